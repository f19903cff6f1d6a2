// SPDX-License-Identifier: Apache-2.0
#include "settings/domain/SettingValue.h"

#include "congvu/json/Value.h"
#include "congvu/json/Writer.h"
#include "congvu/text/Text.h"

#include <algorithm>
#include <charconv>

namespace congvu::core {

namespace {

constexpr std::int64_t kLargestNumber = 1'000'000'000;
constexpr std::size_t kLongestText = 1'000;

std::optional<std::int64_t> numberFrom(std::string_view text) {
    std::int64_t number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = result.ec == std::errc{} && result.ptr == text.data() + text.size() && !text.empty();
    return isWhole ? std::optional{number} : std::nullopt;
}

}  // namespace

CheckedValue checkSettingText(const SettingFact& fact, std::string_view text) {
    if (fact.type == "number") {
        const auto number = numberFrom(text);
        if (!number) {
            return {"", "wrong-type"};
        }
        return *number < 0 || *number > kLargestNumber ? CheckedValue{"", "out-of-range"} : CheckedValue{std::to_string(*number), ""};
    }
    if (fact.type == "boolean") {
        return text == "true" || text == "false" ? CheckedValue{std::string{text}, ""} : CheckedValue{"", "wrong-type"};
    }
    if (fact.type == "choice" && std::find(fact.choices.begin(), fact.choices.end(), text) == fact.choices.end()) {
        return {"", "unknown-choice"};
    }
    if (!text::isClean(text)) {
        return {"", "bad-characters"};
    }
    if (text::length(text) > kLongestText) {
        return {"", "too-long"};
    }
    // A password is the bytes that were typed.
    return {fact.type == "secret" ? std::string{text} : text::normalize(text), ""};
}

CheckedValue checkSettingJson(const SettingFact& fact, std::string_view json) {
    const auto document = json::Document::parse(json);
    const auto value = document.root();
    const bool isText = fact.type == "text" || fact.type == "choice" || fact.type == "secret";
    switch (value.kind()) {
        case json::Kind::string:
            return isText ? checkSettingText(fact, value.string()) : CheckedValue{"", "wrong-type"};
        case json::Kind::boolean:
            return fact.type == "boolean" ? checkSettingText(fact, value.boolean() ? "true" : "false") : CheckedValue{"", "wrong-type"};
        case json::Kind::integer:
            return fact.type == "number" ? checkSettingText(fact, std::to_string(value.integer())) : CheckedValue{"", "wrong-type"};
        default:
            return {"", "wrong-type"};
    }
}

std::string settingJson(const SettingFact& fact, std::string_view text) {
    if (fact.type == "number") {
        return std::to_string(numberFrom(text).value_or(0));
    }
    if (fact.type == "boolean") {
        return text == "true" ? "true" : "false";
    }
    if (fact.type == "secret") {
        return text.empty() ? "false" : "true";
    }
    json::Writer out;
    out.string(text);
    return out.take();
}

}  // namespace congvu::core
