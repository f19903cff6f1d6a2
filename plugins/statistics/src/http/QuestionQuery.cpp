// SPDX-License-Identifier: Apache-2.0
#include "http/QuestionQuery.h"

#include "congvu/error/AppError.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace congvu::statistics {

namespace {

constexpr int kMostYears = 10;
constexpr std::size_t kLongestText = 200;

std::optional<Date> dayAsked(const http::Request& request, const std::string& name, std::vector<FieldError>& errors) {
    const auto text = request.query(name);
    if (!text || text->empty()) {
        return std::nullopt;
    }
    const auto day = Date::parse(*text);
    if (!day) {
        errors.push_back({'/' + name, "bad-date", {}});
    }
    return day;
}

std::string textAsked(const http::Request& request, const std::string& name, std::vector<FieldError>& errors) {
    auto text = request.query(name).value_or("");
    if (text.size() > kLongestText) {
        errors.push_back({'/' + name, "too-long", {{"max", std::to_string(kLongestText)}}});
        text.clear();
    }
    return text;
}

}  // namespace

ReportQuestion questionOf(const http::Request& request, Date today) {
    std::vector<FieldError> errors;
    ReportQuestion question;
    question.period.last = dayAsked(request, "to", errors).value_or(today);
    const auto& last = question.period.last;
    question.period.first = dayAsked(request, "from", errors).value_or(Date{last.year(), last.month(), 1});
    question.unitId = textAsked(request, "unit", errors);
    question.includesBelow = request.query("below").value_or("") == "true";
    question.registerCode = textAsked(request, "register", errors);
    if (errors.empty() && last < question.period.first) {
        errors.push_back({"/to", "statistics.period-backwards", {}});
    } else if (errors.empty() && last.year() - question.period.first.year() > kMostYears) {
        errors.push_back({"/from", "statistics.period-too-long", {{"max", std::to_string(kMostYears)}}});
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
    return question;
}

}  // namespace congvu::statistics
