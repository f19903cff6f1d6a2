// SPDX-License-Identifier: Apache-2.0
#include "http/PeriodQuery.h"

#include <charconv>
#include <vector>

namespace congvu::incoming {

namespace {

std::optional<Date> dayOf(const http::Request& request, std::string_view name, std::vector<FieldError>& errors) {
    const auto text = request.query(name);
    if (!text || text->empty()) {
        return std::nullopt;
    }
    const auto day = Date::parse(*text);
    if (!day) {
        errors.push_back({'/' + std::string{name}, "bad-date", {}});
    }
    return day;
}

}  // namespace

Period periodOf(const http::Request& request, Date today) {
    std::vector<FieldError> errors;
    const auto last = dayOf(request, "to", errors).value_or(today);
    const auto first = dayOf(request, "from", errors).value_or(Date{last.year(), 1, 1});
    if (errors.empty() && last < first) {
        errors.push_back({"/to", "incoming.period-backwards", {}});
    }
    if (!errors.empty()) {
        throw AppError::invalid(errors);
    }
    return {first, last};
}

sheets::SheetFormat formatOf(const http::Request& request) {
    const auto format = sheets::sheetFormatFrom(request.query("format").value_or("pdf"));
    if (!format) {
        throw AppError::invalidField("/format", "unknown-choice");
    }
    return *format;
}

std::optional<double> numberOf(const http::Request& request, std::string_view name, double low, double high) {
    const auto text = request.query(name);
    if (!text || text->empty()) {
        return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc{} || end != text->data() + text->size() || !(value >= low && value <= high)) {
        throw AppError::invalidField('/' + std::string{name}, "out-of-range",
                                     {{"min", std::to_string(static_cast<int>(low))}, {"max", std::to_string(static_cast<int>(high))}});
    }
    return value;
}

std::optional<int> yearOf(const http::Request& request) {
    const auto year = numberOf(request, "year", 2000, 2200);
    return year ? std::optional{static_cast<int>(*year)} : std::nullopt;
}

}  // namespace congvu::incoming
