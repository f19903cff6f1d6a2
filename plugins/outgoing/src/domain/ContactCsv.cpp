// SPDX-License-Identifier: Apache-2.0
#include "domain/ContactCsv.h"

#include "congvu/sheets/Csv.h"
#include "congvu/text/Text.h"
#include "domain/ContactRules.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace congvu::outgoing {

namespace {

/// The cells of one line, by their columns.
struct ContactCells {
    std::string organId;
    std::string name;
    std::string parentName;
    std::string groupName;
    std::string email;
    std::string postalAddress;
    std::string phone;
    std::string validFrom;
    std::string validUntil;
    std::string successor;
};

struct ContactColumn {
    std::string_view id;     ///< in errors
    std::string_view title;  ///< in the file
    std::string ContactCells::*member;
    std::size_t longest;
};

constexpr std::array<ContactColumn, 10> kContactColumns{{{"organId", "Mã định danh", &ContactCells::organId, 35},
                                                         {"name", "Tên cơ quan", &ContactCells::name, 200},
                                                         {"parentName", "Cơ quan cấp trên", &ContactCells::parentName, 200},
                                                         {"groupName", "Nhóm", &ContactCells::groupName, 100},
                                                         {"email", "Thư điện tử", &ContactCells::email, 100},
                                                         {"postalAddress", "Địa chỉ", &ContactCells::postalAddress, 250},
                                                         {"phone", "Điện thoại", &ContactCells::phone, 20},
                                                         {"validFrom", "Hiệu lực từ", &ContactCells::validFrom, 10},
                                                         {"validUntil", "Hiệu lực đến", &ContactCells::validUntil, 10},
                                                         {"successor", "Sáp nhập vào", &ContactCells::successor, 200}}};

/// "2026-03-02" or, as people write it, "02/03/2026".
std::optional<Date> dayOfCell(const std::string& cell) {
    if (const auto day = Date::parse(cell)) {
        return day;
    }
    constexpr std::size_t kDisplayed = 10;
    if (cell.size() != kDisplayed || cell[2] != '/' || cell[5] != '/') {
        return std::nullopt;
    }
    return Date::parse(cell.substr(6) + '-' + cell.substr(3, 2) + '-' + cell.substr(0, 2));
}

/// Reads the file line by line and keeps what is wrong.
class ContactCsvReader {
public:
    explicit ContactCsvReader(std::string_view text) : csv_(text) {}

    ContactLines run() {
        const auto head = csv_.next();
        if (!head) {
            complain(1, "file", "outgoing.csv-empty");
            return std::move(found_);
        }
        if (!readHead(*head)) {
            return std::move(found_);
        }
        while (const auto line = csv_.next()) {
            if (found_.lines.size() == kMostContactLines) {
                complain(line->line, "file", "outgoing.csv-too-many-lines");
                break;
            }
            readLine(*line);
        }
        if (csv_.isCutOff()) {
            complain(found_.lines.empty() ? 1 : found_.lines.back().line, "file", "outgoing.csv-open-quote");
        } else if (found_.lines.empty() && found_.errors.empty()) {
            complain(1, "file", "outgoing.csv-empty");
        }
        return std::move(found_);
    }

private:
    bool readHead(const sheets::CsvLine& head) {
        for (const auto& cell : head.cells) {
            const auto found = std::ranges::find_if(
                kContactColumns, [&](const ContactColumn& column) { return text::fold(column.title) == text::fold(cell); });
            order_.push_back(found == kContactColumns.end() ? nullptr : &*found);
        }
        const bool hasName = std::ranges::any_of(order_, [](const ContactColumn* column) { return column && column->id == "name"; });
        if (!hasName) {
            complain(head.line, "name", "outgoing.csv-column-missing");
        }
        return hasName;
    }
    void readLine(const sheets::CsvLine& line) {
        ContactCells cells;
        for (std::size_t index = 0; index < std::min(order_.size(), line.cells.size()); ++index) {
            if (order_[index] != nullptr) {
                readCell(*order_[index], line.line, line.cells[index], cells);
            }
        }
        ContactLine read;
        read.line = line.line;
        read.facts = {cells.organId,
                      cells.name,
                      cells.parentName,
                      cells.groupName,
                      cells.email,
                      cells.postalAddress,
                      cells.phone,
                      day(line.line, "validFrom", cells.validFrom),
                      day(line.line, "validUntil", cells.validUntil),
                      std::nullopt};
        read.successor = cells.successor;
        check(read);
        found_.lines.push_back(std::move(read));
    }
    void readCell(const ContactColumn& column, std::int64_t line, const std::string& cell, ContactCells& cells) {
        if (!text::isClean(cell)) {
            complain(line, column.id, "bad-characters");
            return;
        }
        auto value = text::normalize(cell);
        std::ranges::replace(value, '\n', ' ');
        value.erase(0, value.find_first_not_of(" \t"));
        value.erase(value.find_last_not_of(" \t") + 1);
        if (value.size() > 1 && value.front() == '\'' && std::string_view{"=+-@"}.find(value[1]) != std::string_view::npos) {
            value.erase(0, 1);  // put there by the export, against spreadsheets that would take it for a formula
        }
        if (text::length(value) > column.longest) {
            complain(line, column.id, "too-long");
        }
        cells.*column.member = std::move(value);
    }
    std::optional<Date> day(std::int64_t line, std::string_view column, const std::string& cell) {
        const auto found = dayOfCell(cell);
        if (!cell.empty() && !found) {
            complain(line, column, "bad-date");
        }
        return found;
    }
    void check(const ContactLine& read) {
        if (read.facts.name.empty()) {
            complain(read.line, "name", "required");
        }
        for (const auto& problem : contactProblems(read.facts)) {
            complain(read.line, std::string_view{problem.pointer}.substr(1), problem.code);
        }
        if (!read.successor.empty() && !read.facts.validUntil) {
            complain(read.line, "validUntil", "outgoing.successor-needs-day");
        }
        const auto key = read.facts.organId.empty() ? text::fold(read.facts.name) : read.facts.organId;
        if (!key.empty() && !keys_.insert(key).second) {
            complain(read.line, read.facts.organId.empty() ? "name" : "organId", "outgoing.csv-twice");
        }
    }
    void complain(std::int64_t line, std::string_view column, std::string code) {
        if (found_.errors.size() < kMostContactErrors) {
            found_.errors.push_back({line, std::string{column}, std::move(code)});
        }
    }

    sheets::CsvReader csv_;
    std::vector<const ContactColumn*> order_;
    std::set<std::string> keys_;
    ContactLines found_;
};

std::string dayCell(const std::optional<Date>& day) {
    return day ? day->toDisplay() : std::string{};
}

}  // namespace

ContactLines readContactCsv(std::string_view text) {
    return ContactCsvReader{text}.run();
}

sheets::Sheet contactSheet(const std::vector<Contact>& contacts) {
    sheets::Sheet sheet;
    sheet.fileName = "danh-ba-noi-nhan";
    sheet.title = {"DANH BẠ NƠI NHẬN VĂN BẢN"};
    sheet.isLandscape = true;
    sheet.columns.reserve(kContactColumns.size());
    for (const auto& column : kContactColumns) {
        sheet.columns.push_back({std::string{column.title}, 1});
    }
    sheet.rows.reserve(contacts.size());
    for (const auto& contact : contacts) {
        const auto& facts = contact.facts;
        sheet.rows.push_back({{facts.organId, facts.name, facts.parentName, facts.groupName, facts.email, facts.postalAddress, facts.phone,
                               dayCell(facts.validFrom), dayCell(facts.validUntil), contact.successorName}});
    }
    return sheet;
}

}  // namespace congvu::outgoing
