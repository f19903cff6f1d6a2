// SPDX-License-Identifier: Apache-2.0
#include "domain/SymbolGrammar.h"

#include "congvu/error/AppError.h"
#include "congvu/text/Text.h"
#include "domain/NumberSymbol.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace congvu::outgoing {

namespace {

using Part = SymbolGrammar::Part;

constexpr std::string_view kNumber = "{number}";
constexpr std::string_view kSeparators = "/-";
constexpr std::array<std::pair<std::string_view, Part>, 4> kParts{
    {{"{type}", Part::type}, {"{issuer}", Part::issuer}, {"{unit}", Part::unit}, {"{year}", Part::year}}};
constexpr std::size_t kLongestNumber = 9;
constexpr std::size_t kYearDigits = 4;

AppError refusedPattern(const char* code) {
    return AppError::invalidField("/pattern", code);
}

/// A whole number of at most so many digits; nothing for anything else.
std::optional<std::int64_t> digits(std::string_view text, std::size_t most) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = error == std::errc{} && end == text.data() + text.size() && !text.empty() && text.front() != '-';
    return isWhole && text.size() <= most ? std::optional{value} : std::nullopt;
}

std::string checkedValue(std::string_view value) {
    if (!SymbolGrammar::isValue(value)) {
        throw AppError::invalidField("/symbol", "outgoing.symbol-value", {{"value", std::string{value}}});
    }
    return std::string{value};
}

}  // namespace

bool SymbolGrammar::isValue(std::string_view text) {
    const auto isRefused = [](char character) {
        const auto code = static_cast<unsigned char>(character);
        return code <= 0x20 || code == 0x7F || character == '/' || character == '-' || character == '{' || character == '}';
    };
    return !text.empty() && text::isClean(text) && text::length(text) <= kLongestValue && std::ranges::none_of(text, isRefused);
}

SymbolGrammar::Group SymbolGrammar::groupOf(char separator, std::string_view token) {
    const auto known = std::ranges::find(kParts, token, &std::pair<std::string_view, Part>::first);
    if (known != kParts.end()) {
        return {separator, known->second, {}};
    }
    if (token.empty()) {
        throw refusedPattern("outgoing.pattern-empty-group");
    }
    if (!isValue(token)) {
        throw refusedPattern("outgoing.pattern-unknown-part");
    }
    return {separator, Part::fixed, std::string{token}};
}

SymbolGrammar SymbolGrammar::of(std::string_view pattern) {
    if (pattern.size() > kLongestPattern) {
        throw refusedPattern("outgoing.pattern-too-long");
    }
    if (!pattern.starts_with(kNumber)) {
        throw refusedPattern("outgoing.pattern-no-number");
    }
    pattern.remove_prefix(kNumber.size());
    SymbolGrammar grammar;
    while (!pattern.empty()) {
        if (kSeparators.find(pattern.front()) == std::string_view::npos) {
            throw refusedPattern("outgoing.pattern-no-separator");
        }
        const auto end = std::min(pattern.find_first_of(kSeparators, 1), pattern.size());
        auto group = groupOf(pattern.front(), pattern.substr(1, end - 1));
        if (group.part != Part::fixed && grammar.names(group.part)) {
            throw refusedPattern("outgoing.pattern-part-twice");
        }
        grammar.groups_.push_back(std::move(group));
        pattern.remove_prefix(end);
    }
    if (grammar.groups_.empty()) {
        throw refusedPattern("outgoing.pattern-only-number");
    }
    return grammar;
}

bool SymbolGrammar::names(Part part) const {
    return std::ranges::find(groups_, part, &Group::part) != groups_.end();
}

bool SymbolGrammar::isUnitMissing(const std::vector<Group>& groups, std::string_view unit) {
    return unit.empty() && groups.size() > 1 && groups.back().part == Part::unit;
}

std::string SymbolGrammar::buildTail(const SymbolValues& values) const {
    const auto count = groups_.size() - (isUnitMissing(groups_, values.unit) ? 1 : 0);
    std::string tail;
    for (std::size_t index = 0; index < count; ++index) {
        const auto& group = groups_[index];
        tail += group.separator;
        switch (group.part) {
            case Part::type:
                tail += checkedValue(values.type);
                break;
            case Part::issuer:
                tail += checkedValue(values.issuer);
                break;
            case Part::unit:
                tail += checkedValue(values.unit);
                break;
            case Part::year:
                tail += std::to_string(values.year);
                break;
            case Part::fixed:
                tail += group.text;
                break;
        }
    }
    return tail;
}

std::string SymbolGrammar::build(const SymbolValues& values) const {
    return displayNumber(values.number) + buildTail(values);
}

bool SymbolGrammar::read(const Group& group, std::string_view text, SymbolValues& values) {
    if (group.part == Part::fixed) {
        return text == group.text;
    }
    if (group.part == Part::year) {
        const auto year = text.size() == kYearDigits ? digits(text, kYearDigits) : std::nullopt;
        values.year = static_cast<int>(year.value_or(0));
        return year.has_value();
    }
    auto& value = group.part == Part::type ? values.type : group.part == Part::issuer ? values.issuer : values.unit;
    value = text;
    return isValue(text);
}

std::optional<SymbolValues> SymbolGrammar::parse(std::string_view text) const {
    const auto endOfNumber = std::min(text.find_first_of(kSeparators), text.size());
    const auto number = digits(text.substr(0, endOfNumber), kLongestNumber);
    if (!number || *number < 1 || displayNumber(*number) != text.substr(0, endOfNumber)) {
        return std::nullopt;
    }
    SymbolValues values;
    values.number = *number;
    text.remove_prefix(endOfNumber);
    for (std::size_t index = 0; index < groups_.size(); ++index) {
        if (text.empty() && index + 1 == groups_.size() && isUnitMissing(groups_, {})) {
            return values;
        }
        if (text.empty() || text.front() != groups_[index].separator) {
            return std::nullopt;
        }
        const auto end = std::min(text.find_first_of(kSeparators, 1), text.size());
        if (!read(groups_[index], text.substr(1, end - 1), values)) {
            return std::nullopt;
        }
        text.remove_prefix(end);
    }
    return text.empty() ? std::optional{values} : std::nullopt;
}

}  // namespace congvu::outgoing
