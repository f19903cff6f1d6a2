// SPDX-License-Identifier: Apache-2.0
#include "domain/PlanCsv.h"

#include "congvu/sheets/Csv.h"
#include "congvu/text/Text.h"
#include "domain/Retention.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace congvu::records {

namespace {

constexpr std::size_t kMostErrors = 200;

struct Column {
    std::string_view id;      ///< in errors
    std::string_view folded;  ///< title in the file
    std::string PlanLine::*member;
    std::size_t longest;
    bool isRequired;
};

constexpr std::array<Column, 8> kColumns{{{"heading", "de muc", &PlanLine::heading, 300, false},
                                          {"abbreviation", "chu viet tat", &PlanLine::abbreviation, 12, false},
                                          {"subheading", "de muc nho", &PlanLine::subheading, 300, false},
                                          {"notation", "so va ky hieu", &PlanLine::notation, 20, false},
                                          {"title", "tieu de ho so", &PlanLine::title, 500, true},
                                          {"retention", "thoi han bao quan", &PlanLine::retention, 30, true},
                                          {"keeper", "nguoi lap ho so", &PlanLine::keeper, 100, false},
                                          {"note", "ghi chu", &PlanLine::note, 500, false}}};

/// Reads the file line by line and keeps what is wrong.
class PlanCsvReader {
public:
    explicit PlanCsvReader(std::string_view text) : csv_(text) {}

    PlanLines run() {
        const auto head = csv_.next();
        if (!head) {
            complain(1, "file", "records.csv-empty");
            return std::move(found_);
        }
        if (!readHead(*head)) {
            return std::move(found_);
        }
        while (const auto line = csv_.next()) {
            if (found_.lines.size() == kMostPlanLines) {
                complain(line->line, "file", "records.csv-too-many-lines");
                break;
            }
            readLine(*line);
        }
        if (csv_.isCutOff()) {
            complain(found_.lines.empty() ? 1 : found_.lines.back().line, "file", "records.csv-open-quote");
        } else if (found_.lines.empty() && found_.errors.empty()) {
            complain(1, "file", "records.csv-empty");
        }
        return std::move(found_);
    }

private:
    bool readHead(const sheets::CsvLine& head) {
        for (const auto& cell : head.cells) {
            const auto folded = text::fold(cell);
            const Column* found = nullptr;
            for (const auto& column : kColumns) {
                found = column.folded == folded ? &column : found;
            }
            order_.push_back(found);
        }
        for (const auto& column : kColumns) {
            if (column.isRequired && std::find(order_.begin(), order_.end(), &column) == order_.end()) {
                complain(head.line, std::string{column.id}, "records.csv-column-missing");
            }
        }
        return found_.errors.empty();
    }
    void readLine(const sheets::CsvLine& cells) {
        PlanLine line;
        line.line = cells.line;
        for (std::size_t index = 0; index < std::min(order_.size(), cells.cells.size()); ++index) {
            if (order_[index] != nullptr) {
                readCell(*order_[index], cells.cells[index], line);
            }
        }
        for (const auto& column : kColumns) {
            if (column.isRequired && (line.*column.member).empty()) {
                complain(line.line, std::string{column.id}, "required");
            }
        }
        if (const auto retention = parseRetention(line.retention)) {
            line.retention = retention->label();
        } else if (!line.retention.empty()) {
            complain(line.line, "retention", "records.bad-retention");
        }
        if (!line.notation.empty() && !notations_.insert(line.notation).second) {
            complain(line.line, "notation", "records.notation-taken");
        }
        found_.lines.push_back(std::move(line));
    }
    void readCell(const Column& column, const std::string& cell, PlanLine& line) {
        if (!text::isClean(cell)) {
            complain(line.line, std::string{column.id}, "bad-characters");
            return;
        }
        auto value = text::normalize(cell);
        value.erase(0, value.find_first_not_of(" \t\n"));
        value.erase(value.find_last_not_of(" \t\n") + 1);
        if (text::length(value) > column.longest) {
            complain(line.line, std::string{column.id}, "too-long");
        }
        line.*column.member = std::move(value);
    }
    void complain(std::int64_t line, std::string column, std::string code) {
        if (found_.errors.size() < kMostErrors) {
            found_.errors.push_back({line, std::move(column), std::move(code)});
        }
    }

    sheets::CsvReader csv_;
    std::vector<const Column*> order_;
    std::set<std::string> notations_;
    PlanLines found_;
};

}  // namespace

PlanLines readPlanCsv(std::string_view text) {
    return PlanCsvReader{text}.run();
}

}  // namespace congvu::records
