// SPDX-License-Identifier: Apache-2.0
#include "domain/ExternalTask.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

namespace congvu::tasks {

namespace {

constexpr std::size_t kHeadingWithin = 20;

/// The whole text as a number, nothing otherwise.
std::optional<int> numberOf(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

/// Spreadsheets count days from 30 December 1899; only days of 1954 … 2119 are taken for dates.
std::optional<Date> dateOfNumber(std::string_view text) {
    const auto number = numberOf(text.substr(0, text.find(".0")));
    return number && *number >= 20'000 && *number <= 80'000 ? std::optional{Date{1899, 12, 30}.plusDays(*number)} : std::nullopt;
}

std::optional<Date> dateOf(std::string_view text) {
    if (const auto iso = Date::parse(text)) {
        return iso;
    }
    const auto first = text.find('/');
    const auto second = first == std::string_view::npos ? first : text.find('/', first + 1);
    if (second == std::string_view::npos) {
        return dateOfNumber(text);
    }
    const auto day = numberOf(text.substr(0, first));
    const auto month = numberOf(text.substr(first + 1, second - first - 1));
    const auto year = numberOf(text.substr(second + 1));
    if (!day || !month || !year || *day < 1 || *month < 1 || *year < 1900 || *year > 2200) {
        return std::nullopt;
    }
    const std::chrono::year_month_day whole{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                            std::chrono::day{static_cast<unsigned>(*day)}};
    return whole.ok() ? std::optional{Date{whole}} : std::nullopt;
}

std::optional<Urgency> urgencyOf(const std::string& text) {
    const std::array names{
        std::pair{"", Urgency::normal},     std::pair{"thuong", Urgency::normal},          std::pair{"binh thuong", Urgency::normal},
        std::pair{"khan", Urgency::urgent}, std::pair{"thuong khan", Urgency::veryUrgent}, std::pair{"hoa toc", Urgency::flash}};
    const auto folded = text::fold(text);
    for (const auto& [name, urgency] : names) {
        if (folded == name) {
            return urgency;
        }
    }
    return std::nullopt;
}

std::string trimmed(std::string value) {
    value.erase(0, value.find_first_not_of(" \t\n"));
    value.erase(value.find_last_not_of(" \t\n") + 1);
    return value;
}

/// Reads line by line and keeps what is wrong.
class ExternalReader {
public:
    ExternalTasks run(const std::vector<TableLine>& lines) {
        const auto heading = findHeading(lines);
        if (heading == lines.end()) {
            complain(1, "file", lines.empty() ? "tasks.import-empty" : "tasks.import-no-heading");
            return std::move(found_);
        }
        if (!readHeading(*heading)) {
            return std::move(found_);
        }
        for (auto line = heading + 1; line != lines.end(); ++line) {
            if (std::ranges::all_of(line->cells, [](const auto& cell) { return trimmed(cell).empty(); })) {
                continue;
            }
            if (found_.tasks.size() == kMostExternalTasks) {
                complain(line->line, "file", "tasks.import-too-many-lines");
                break;
            }
            readLine(*line);
        }
        if (found_.tasks.empty() && found_.errors.empty()) {
            complain(1, "file", "tasks.import-empty");
        }
        return std::move(found_);
    }

private:
    static std::vector<TableLine>::const_iterator findHeading(const std::vector<TableLine>& lines) {
        const auto code = text::fold(externalColumns().front().title);
        const auto end = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), kHeadingWithin));
        const auto found = std::find_if(lines.begin(), end, [&](const TableLine& line) {
            return std::ranges::any_of(line.cells, [&](const auto& cell) { return text::fold(cell) == code; });
        });
        return found == end ? lines.end() : found;
    }
    bool readHeading(const TableLine& heading) {
        for (const auto& cell : heading.cells) {
            const auto folded = text::fold(cell);
            const ExternalColumn* found = nullptr;
            for (const auto& column : externalColumns()) {
                found = text::fold(column.title) == folded ? &column : found;
            }
            order_.push_back(found);
        }
        for (const auto& column : externalColumns()) {
            if (column.isRequired && std::ranges::find(order_, &column) == order_.end()) {
                complain(heading.line, std::string{column.id}, "tasks.import-column-missing");
            }
        }
        return found_.errors.empty();
    }
    void readLine(const TableLine& line) {
        ExternalTask task;
        task.line = line.line;
        std::set<std::string_view> filled;
        for (std::size_t index = 0; index < std::min(order_.size(), line.cells.size()); ++index) {
            const auto* column = order_[index];
            if (column == nullptr) {
                continue;
            }
            if (std::ranges::find(line.formulas, index) != line.formulas.end()) {
                complain(line.line, std::string{column->id}, "tasks.import-formula");
                filled.insert(column->id);
            } else if (readCell(*column, line.cells[index], task)) {
                filled.insert(column->id);
            }
        }
        for (const auto& column : externalColumns()) {
            if (column.isRequired && !filled.contains(column.id)) {
                complain(line.line, std::string{column.id}, "required");
            }
        }
        if (!task.code.empty() && !codes_.insert(task.code).second) {
            complain(line.line, "code", "tasks.import-code-twice");
        }
        found_.tasks.push_back(std::move(task));
    }
    /// False for an empty cell.
    bool readCell(const ExternalColumn& column, const std::string& cell, ExternalTask& task) {
        if (!text::isClean(cell)) {
            complain(task.line, std::string{column.id}, "bad-characters");
            return true;
        }
        auto value = trimmed(text::normalize(cell));
        if (value.empty()) {
            return false;
        }
        if (text::length(value) > column.longest) {
            complain(task.line, std::string{column.id}, "too-long");
        }
        store(column.id, std::move(value), task);
        return true;
    }
    void store(std::string_view id, std::string value, ExternalTask& task) {
        if (id == "due") {
            task.dueOn = dateOf(value);
            if (!task.dueOn) {
                complain(task.line, "due", "bad-date");
            }
            return;
        }
        if (id == "urgency") {
            const auto urgency = urgencyOf(value);
            task.urgency = urgency.value_or(Urgency::normal);
            if (!urgency) {
                complain(task.line, "urgency", "unknown-choice");
            }
            return;
        }
        const std::array members{std::pair{"code", &ExternalTask::code},       std::pair{"title", &ExternalTask::title},
                                 std::pair{"content", &ExternalTask::content}, std::pair{"symbol", &ExternalTask::symbol},
                                 std::pair{"issuer", &ExternalTask::issuer},   std::pair{"field", &ExternalTask::field},
                                 std::pair{"unit", &ExternalTask::unit},       std::pair{"leader", &ExternalTask::leader}};
        for (const auto& [name, member] : members) {
            if (id == name) {
                task.*member = std::move(value);
                return;
            }
        }
    }
    void complain(std::int64_t line, std::string column, std::string code) {
        if (found_.errors.size() < kMostLineErrors) {
            found_.errors.push_back({line, std::move(column), std::move(code)});
        }
    }

    std::vector<const ExternalColumn*> order_;
    std::set<std::string> codes_;
    ExternalTasks found_;
};

}  // namespace

const std::vector<ExternalColumn>& externalColumns() {
    static const std::vector<ExternalColumn> columns{{"code", "Mã nhiệm vụ", 100, true},
                                                     {"title", "Tên nhiệm vụ", 500, true},
                                                     {"content", "Nội dung", 5000, false},
                                                     {"symbol", "Số, ký hiệu văn bản", 100, false},
                                                     {"issuer", "Cơ quan ban hành", 300, false},
                                                     {"field", "Lĩnh vực", 100, false},
                                                     {"unit", "Đơn vị chủ trì", 300, true},
                                                     {"leader", "Lãnh đạo phụ trách", 100, false},
                                                     {"due", "Hạn xử lý", 30, false},
                                                     {"urgency", "Độ khẩn", 30, false}};
    return columns;
}

const std::vector<std::string_view>& reportBackTitles() {
    static const std::vector<std::string_view> titles{"Trạng thái", "Tiến độ (%)", "Ngày trình kết quả", "Văn bản kết quả"};
    return titles;
}

ExternalTasks readExternalTasks(const std::vector<TableLine>& lines) {
    return ExternalReader{}.run(lines);
}

}  // namespace congvu::tasks
