// SPDX-License-Identifier: Apache-2.0
#include "http/FilterQuery.h"

#include "congvu/lists/MarkerFilter.h"
#include "congvu/text/Text.h"

#include <algorithm>
#include <cstddef>

namespace congvu::tasks {

namespace {

constexpr std::size_t kLongestText = 200;
constexpr std::ptrdiff_t kMostUnits = 50;
constexpr std::string_view kWithoutField = "-";  ///< asks for the tasks without a field

/// Reads parameters one by one and collects what is wrong with them.
class QueryReader {
public:
    explicit QueryReader(const http::Request& request) : request_(request) {}

    template <json::NamedEnum E>
    void choice(const char* name, std::optional<E>& out) {
        if (const auto text = value(name)) {
            out = json::enumFrom<E>(*text);
            if (!out) {
                wrong(name, "unknown-choice");
            }
        }
    }
    void date(const char* name, std::optional<Date>& out) {
        if (const auto text = value(name)) {
            out = Date::parse(*text);
            if (!out) {
                wrong(name, "bad-date");
            }
        }
    }
    void flag(const char* name, std::optional<bool>& out) {
        if (const auto text = value(name)) {
            if (*text != "true" && *text != "false") {
                wrong(name, "unknown-choice");
            }
            out = *text == "true";
        }
    }
    void units(const char* name, std::optional<std::string>& out) {
        out = value(name);
        if (out && std::count(out->begin(), out->end(), ',') >= kMostUnits) {
            wrong(name, "too-long");
            out.reset();
        }
    }
    void folded(const char* name, std::string& out) {
        if (const auto text = value(name)) {
            if (text->size() > kLongestText) {
                wrong(name, "too-long");
            } else {
                out = text::fold(*text);
            }
        }
    }
    std::optional<std::string> value(const char* name) const {
        auto text = request_.query(name);
        return text && !text->empty() ? text : std::nullopt;
    }
    void finish() {
        if (!errors_.empty()) {
            throw AppError::invalid(std::move(errors_));
        }
    }

private:
    void wrong(const char* name, const char* code) { errors_.push_back({std::string{"/"} + name, code, {}}); }

    const http::Request& request_;
    std::vector<FieldError> errors_;
};

}  // namespace

TaskFilter filterFrom(const http::Request& request) {
    TaskFilter filter;
    QueryReader reader{request};
    std::optional<TaskScope> scope;
    std::optional<TaskOrder> order;
    reader.choice("scope", scope);
    reader.choice("order", order);
    filter.scope = scope.value_or(TaskScope::visible);
    filter.order = order.value_or(TaskOrder::dueFirst);
    reader.flag("open", filter.isOpen);
    reader.choice("state", filter.state);
    reader.choice("stage", filter.stage);
    reader.choice("timeliness", filter.timeliness);
    reader.choice("kind", filter.kind);
    reader.units("unitId", filter.unitId);
    filter.isCounted = reader.value("counted") == "true";
    filter.handlerPostId = reader.value("handler");
    filter.leaderPostId = reader.value("leader");
    filter.field = reader.value("field");
    if (filter.field == kWithoutField) {
        filter.field.emplace();
    }
    reader.choice("origin", filter.origin);
    reader.date("givenFrom", filter.givenFrom);
    reader.date("givenUntil", filter.givenUntil);
    reader.date("dueFrom", filter.dueFrom);
    reader.date("dueUntil", filter.dueUntil);
    reader.folded("q", filter.foldedText);
    reader.finish();
    filter.markerId = request.query(lists::kMarkerParameter).value_or("");
    filter.markerOwner = request.caller().personId;
    return filter;
}

}  // namespace congvu::tasks
