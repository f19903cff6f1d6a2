// SPDX-License-Identifier: Apache-2.0
#include "http/ListQuery.h"

#include "congvu/error/AppError.h"
#include "congvu/lists/MarkerFilter.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace congvu::incoming {

namespace {

constexpr std::size_t kLongestText = 200;

constexpr std::array<std::pair<std::string_view, ListTab>, 5> kTabs{{{"all", ListTab::all},
                                                                     {"waiting", ListTab::waiting},
                                                                     {"in_work", ListTab::inWork},
                                                                     {"overdue", ListTab::overdue},
                                                                     {"done", ListTab::done}}};
constexpr std::array<std::pair<std::string_view, ListSort>, 6> kSorts{{{"-arrival", ListSort::arrivalDescending},
                                                                       {"arrival", ListSort::arrivalAscending},
                                                                       {"-date", ListSort::dateDescending},
                                                                       {"date", ListSort::dateAscending},
                                                                       {"due", ListSort::dueAscending},
                                                                       {"-due", ListSort::dueDescending}}};

template <class E, std::size_t N>
void readChoice(const http::Request& request, std::string_view name, const std::array<std::pair<std::string_view, E>, N>& choices, E& out,
                std::vector<FieldError>& errors) {
    const auto value = request.query(name);
    if (!value) {
        return;
    }
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const auto& choice) { return choice.first == *value; });
    if (found == choices.end()) {
        errors.push_back({'/' + std::string{name}, "unknown-choice", {}});
    } else {
        out = found->second;
    }
}

std::optional<std::string> readText(const http::Request& request, std::string_view name, std::vector<FieldError>& errors) {
    auto value = request.query(name);
    if (value && value->size() > kLongestText) {
        errors.push_back({'/' + std::string{name}, "too-long", {{"max", std::to_string(kLongestText)}}});
        return std::nullopt;
    }
    return value && value->empty() ? std::nullopt : value;
}

std::optional<Date> readDate(const http::Request& request, std::string_view name, std::vector<FieldError>& errors) {
    const auto value = request.query(name);
    if (!value || value->empty()) {
        return std::nullopt;
    }
    const auto day = Date::parse(*value);
    if (!day) {
        errors.push_back({'/' + std::string{name}, "bad-date", {}});
    }
    return day;
}

/// "A,B": ids of units; "-" stands for documents that no unit handles.
std::vector<std::string> readUnits(const http::Request& request, std::vector<FieldError>& errors) {
    constexpr std::size_t kMostUnits = 50;
    std::vector<std::string> ids;
    const auto text = request.query("unit").value_or("");
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find(',', start), text.size());
        const auto id = text.substr(start, end - start);
        ids.push_back(id == "-" ? std::string{} : id);
        start = end + 1;
    }
    if (ids.size() > kMostUnits) {
        errors.push_back({"/unit", "too-long", {{"max", std::to_string(kMostUnits)}}});
        ids.clear();
    }
    return ids;
}

std::optional<std::string> readOneOf(const http::Request& request, std::string_view name, std::initializer_list<std::string_view> choices,
                                     std::vector<FieldError>& errors) {
    auto value = request.query(name);
    if (!value || value->empty()) {
        return std::nullopt;
    }
    if (std::find(choices.begin(), choices.end(), *value) == choices.end()) {
        errors.push_back({'/' + std::string{name}, "unknown-choice", {}});
        return std::nullopt;
    }
    return value;
}

FigureFilter readFigure(const http::Request& request, std::vector<FieldError>& errors) {
    FigureFilter figure;
    figure.unitIds = readUnits(request, errors);
    figure.channel = readOneOf(request, "channel", {"electronic", "paper"}, errors);
    figure.entry = readOneOf(request, "entry", {"on_time", "late"}, errors);
    figure.signature = readOneOf(request, "signature", {"valid", "indeterminate", "invalid", "unsigned", "unreadable", "unknown"}, errors);
    figure.reached = readOneOf(request, "reached", {"submitted", "handed", "started", "completed"}, errors);
    return figure;
}

void throwIfAny(const std::vector<FieldError>& errors) {
    if (!errors.empty()) {
        throw AppError::invalid(errors);
    }
}

}  // namespace

ListFilter listFilterOf(const http::Request& request) {
    std::vector<FieldError> errors;
    ListFilter filter;
    readChoice(request, "tab", kTabs, filter.tab, errors);
    readChoice(request, "sort", kSorts, filter.sort, errors);
    filter.text = readText(request, "q", errors).value_or("");
    filter.issuerName = readText(request, "issuer", errors);
    filter.typeId = readText(request, "type", errors);
    filter.urgency = readText(request, "urgency", errors);
    filter.registerCode = readText(request, "register", errors);
    filter.senderCategory = readText(request, "category", errors);
    filter.isWithoutCancelled = request.query("kept").value_or("") == "1";
    filter.arrivedFrom = readDate(request, "arrivedFrom", errors);
    filter.arrivedTo = readDate(request, "arrivedTo", errors);
    filter.dueTo = readDate(request, "dueTo", errors);
    filter.figure = readFigure(request, errors);
    filter.markerId = readText(request, lists::kMarkerParameter, errors).value_or("");
    filter.markerOwner = request.caller().personId;
    throwIfAny(errors);
    return filter;
}

Reference referenceOf(const http::Request& request) {
    std::vector<FieldError> errors;
    Reference reference;
    reference.symbol = readText(request, "symbol", errors).value_or("");
    reference.issuerName = readText(request, "issuer", errors).value_or("");
    reference.documentDate = readDate(request, "documentDate", errors);
    reference.sha256 = readText(request, "sha256", errors).value_or("");
    throwIfAny(errors);
    return reference;
}

}  // namespace congvu::incoming
