// SPDX-License-Identifier: Apache-2.0
#include "http/DossierQuery.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"
#include "congvu/lists/MarkerFilter.h"
#include "congvu/text/Text.h"

#include <charconv>

namespace congvu::records {

namespace {

constexpr std::size_t kLongestQuery = 200;

/// Reads the filters of the list; AppError invalid names each that is not understood.
class FilterReader {
public:
    explicit FilterReader(const http::Request& request) : request_(request) {}

    template <json::NamedEnum E>
    std::optional<E> choice(const char* name) {
        const auto text = value(name);
        const auto found = text ? json::enumFrom<E>(*text) : std::nullopt;
        if (text && !found) {
            errors_.push_back({std::string{"/"} + name, "unknown-choice", {}});
        }
        return found;
    }
    std::optional<Date> day(const char* name) {
        const auto text = value(name);
        const auto found = text ? Date::parse(*text) : std::nullopt;
        if (text && !found) {
            errors_.push_back({std::string{"/"} + name, "bad-date", {}});
        }
        return found;
    }
    std::optional<int> number(const char* name) {
        const auto text = value(name);
        if (!text) {
            return std::nullopt;
        }
        int found = 0;
        const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), found);
        if (error != std::errc{} || end != text->data() + text->size()) {
            errors_.push_back({std::string{"/"} + name, "wrong-type", {{"expected", "integer"}}});
        }
        return found;
    }
    std::string folded(const char* name) {
        const auto text = value(name).value_or("");
        if (text.size() > kLongestQuery) {
            errors_.push_back({std::string{"/"} + name, "too-long", {{"max", std::to_string(kLongestQuery)}}});
        }
        return text::fold(text);
    }
    void finish() {
        if (!errors_.empty()) {
            throw AppError::invalid(std::move(errors_));
        }
    }

private:
    std::optional<std::string> value(const char* name) const {
        auto text = request_.query(name);
        return text && !text->empty() ? text : std::nullopt;
    }

    const http::Request& request_;
    std::vector<FieldError> errors_;
};

}  // namespace

DossierFilter dossierFilterOf(const http::Request& request) {
    FilterReader reader{request};
    DossierFilter filter;
    filter.scope = reader.choice<DossierScope>("scope").value_or(DossierScope::visible);
    filter.order = reader.choice<DossierOrder>("order").value_or(DossierOrder::latest);
    filter.state = reader.choice<DossierState>("state");
    filter.year = reader.number("year");
    filter.dueUntil = reader.day("dueUntil");
    filter.foldedText = reader.folded("q");
    filter.markerId = request.query(lists::kMarkerParameter).value_or("");
    filter.markerOwner = request.caller().personId;
    reader.finish();
    return filter;
}

}  // namespace congvu::records
