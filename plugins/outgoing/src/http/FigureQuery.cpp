// SPDX-License-Identifier: Apache-2.0
#include "http/FigureQuery.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::outgoing {

namespace {

constexpr std::size_t kMostUnits = 50;
constexpr std::size_t kLongestText = 100;

/// Reads parameters one by one and collects what is wrong with them.
class FigureQueryReader {
public:
    explicit FigureQueryReader(const http::Request& request) : request_(request) {}

    [[nodiscard]] std::optional<std::string> text(const std::string& name) {
        auto value = request_.query(name);
        if (!value || value->empty()) {
            return std::nullopt;
        }
        if (value->size() > kLongestText) {
            wrong(name, "too-long", {{"max", std::to_string(kLongestText)}});
            return std::nullopt;
        }
        return value;
    }
    [[nodiscard]] std::optional<std::string> oneOf(const std::string& name, std::initializer_list<std::string_view> choices) {
        auto value = text(name);
        if (value && std::find(choices.begin(), choices.end(), *value) == choices.end()) {
            wrong(name, "unknown-choice");
            return std::nullopt;
        }
        return value;
    }
    [[nodiscard]] std::optional<Date> day(const std::string& name) {
        const auto value = text(name);
        const auto day = value ? Date::parse(*value) : std::nullopt;
        if (value && !day) {
            wrong(name, "bad-date");
        }
        return day;
    }
    [[nodiscard]] std::vector<std::string> ids(const std::string& name) {
        std::vector<std::string> ids;
        const auto list = request_.query(name).value_or("");
        for (std::size_t start = 0; start < list.size();) {
            const auto end = std::min(list.find(',', start), list.size());
            ids.push_back(list.substr(start, end - start));
            start = end + 1;
        }
        if (ids.size() > kMostUnits) {
            wrong(name, "too-long", {{"max", std::to_string(kMostUnits)}});
            ids.clear();
        }
        return ids;
    }
    void finish() {
        if (!errors_.empty()) {
            throw AppError::invalid(std::move(errors_));
        }
    }

private:
    void wrong(const std::string& name, const char* code, MessageParams params = {}) {
        errors_.push_back({'/' + name, code, std::move(params)});
    }

    const http::Request& request_;
    std::vector<FieldError> errors_;
};

}  // namespace

FigureFilter figureFilterOf(const http::Request& request) {
    FigureQueryReader reader{request};
    FigureFilter filter;
    filter.issuedFrom = reader.day("issuedFrom");
    filter.issuedUntil = reader.day("issuedTo");
    filter.unitIds = reader.ids("unit");
    filter.formId = reader.text("form");
    filter.numberGroup = reader.text("group");
    if (filter.numberGroup == "-") {
        filter.numberGroup.emplace();
    }
    filter.channel = reader.oneOf("channel", {"electronic", "paper"});
    filter.sending = reader.oneOf("sending", {"on_time", "late"});
    filter.personSignature = reader.oneOf("person", {"yes", "no"});
    filter.agencySignature = reader.oneOf("agency", {"yes", "no"});
    filter.reached = reader.oneOf("reached", {"signed", "numbered", "sealed"});
    filter.delivery = reader.oneOf("delivery", {"received", "refused", "waiting"});
    reader.finish();
    return filter;
}

}  // namespace congvu::outgoing
