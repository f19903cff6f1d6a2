// SPDX-License-Identifier: Apache-2.0
#include "http/NumberingHandlers.h"

#include "http/Downloads.h"
#include "http/NumberingMessages.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace congvu::outgoing {

namespace {

/// Names the common sequence in a query, where an empty value would mean every sequence.
constexpr std::string_view kCommonSequence = "-";
constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2200;
constexpr std::array<std::string_view, 4> kStatuses{"", "used", "reserved", "cancelled"};

int yearOf(const std::optional<std::string>& text, int thisYear) {
    if (!text || text->empty()) {
        return thisYear;
    }
    int year = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), year);
    if (error != std::errc{} || end != text->data() + text->size() || year < kFirstYear || year > kLastYear) {
        throw AppError::invalidField("/year", "out-of-range", {{"min", std::to_string(kFirstYear)}, {"max", std::to_string(kLastYear)}});
    }
    return year;
}

}  // namespace

RegisterFilter NumberingHandlers::filterOf(const http::Request& request) const {
    RegisterFilter filter;
    filter.year = yearOf(request.query("year"), clock_.today().year());
    if (auto group = request.query("group"); group && !group->empty()) {
        filter.group = *group == kCommonSequence ? std::string{} : std::move(*group);
    }
    filter.status = request.query("status").value_or(std::string{});
    if (std::ranges::find(kStatuses, filter.status) == kStatuses.end()) {
        throw AppError::invalidField("/status", "unknown-choice");
    }
    filter.from = dayOfQuery(request, "from");
    filter.to = dayOfQuery(request, "to");
    return filter;
}

http::Response NumberingHandlers::rules(const http::Request& request) {
    return http::Response::json(rules_.view(request.caller()));
}

http::Response NumberingHandlers::preview(const http::Request& request) {
    return http::Response::json(rules_.preview(request.caller(), request.body<RuleInput>()));
}

http::Response NumberingHandlers::addRule(const http::Request& request) {
    return http::Response::json(rules_.add(request.caller(), request.body<RuleInput>()), 201);
}

http::Response NumberingHandlers::removeRule(const http::Request& request) {
    rules_.remove(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response NumberingHandlers::decide(const http::Request& request) {
    rules_.decide(request.caller(), request.body<DecisionInput>());
    return rules(request);
}

http::Response NumberingHandlers::page(const http::Request& request) {
    return http::Response::json(desk_.page(request.caller(), filterOf(request), request.page()));
}

http::Response NumberingHandlers::sequences(const http::Request& request) {
    return http::Response::json(SequenceList{desk_.sequences(request.caller(), filterOf(request).year)});
}

http::Response NumberingHandlers::reserve(const http::Request& request) {
    return http::Response::json(desk_.reserve(request.caller(), request.body<ReservationInput>()), 201);
}

http::Response NumberingHandlers::release(const http::Request& request) {
    desk_.release(request.caller(), request.body<ReleaseInput>());
    return http::Response::noContent();
}

http::Response NumberingHandlers::print(const http::Request& request) {
    return downloadOf(desk_.print(request.caller(), filterOf(request), sheetFormatOf(request)));
}

http::Response NumberingHandlers::records(const http::Request& request) {
    return downloadOf(desk_.records(request.caller(), filterOf(request), sheetFormatOf(request)));
}

}  // namespace congvu::outgoing
