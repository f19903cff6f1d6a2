// SPDX-License-Identifier: Apache-2.0
#include "congvu/json/Decode.h"

#include "congvu/text/Text.h"

#include <algorithm>

namespace congvu::json {

namespace {

/// One line break, whatever system the text was typed on.
std::string withPlainLineBreaks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t index = 0; index < text.size(); ++index) {
        const bool isCarriageReturn = text[index] == '\r';
        if (isCarriageReturn && index + 1 < text.size() && text[index + 1] == '\n') {
            continue;
        }
        out.push_back(isCarriageReturn ? '\n' : text[index]);
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool hasAllowedCharacters(std::string_view text, bool isMultiline) {
    return text::isClean(text) && (isMultiline || text.find_first_of("\n\t") == std::string_view::npos);
}

/// Code of the limit that the text breaks, or nothing.
std::optional<std::pair<std::string, MessageParams>> brokenLimit(std::string_view text, const StringLimits& limits) {
    const auto length = text::length(text);
    if (length == 0 && limits.minimumLength > 0) {
        return std::pair{std::string{"required"}, MessageParams{}};
    }
    if (length < limits.minimumLength) {
        return std::pair{std::string{"too-short"}, MessageParams{{"min", std::to_string(limits.minimumLength)}}};
    }
    if (length > limits.maximumLength) {
        return std::pair{std::string{"too-long"}, MessageParams{{"max", std::to_string(limits.maximumLength)}}};
    }
    return std::nullopt;
}

}  // namespace

void decodeString(Value in, const StringLimits& limits, const std::string& at, DecodeErrors& errors, std::string& out) {
    if (in.kind() != Kind::string) {
        errors.add(at, "wrong-type", {{"expected", "string"}});
        return;
    }
    const auto raw = withPlainLineBreaks(in.string());
    const auto shown = trimmed(raw);
    if (!hasAllowedCharacters(shown, limits.isMultiline)) {
        errors.add(at, "bad-characters");
        return;
    }
    auto text = text::normalize(shown);
    if (auto broken = brokenLimit(text, limits)) {
        errors.add(at, std::move(broken->first), std::move(broken->second));
        return;
    }
    out = std::move(text);
}

void decodeInteger(Value in, std::int64_t low, std::int64_t high, const std::string& at, DecodeErrors& errors, std::int64_t& out) {
    if (in.kind() != Kind::integer) {
        errors.add(at, "wrong-type", {{"expected", "integer"}});
        return;
    }
    const auto value = in.integer();
    if (value < low || value > high) {
        errors.add(at, "out-of-range", {{"min", std::to_string(low)}, {"max", std::to_string(high)}});
        return;
    }
    out = value;
}

void decodeNumber(Value in, const std::string& at, DecodeErrors& errors, double& out) {
    if (in.kind() != Kind::integer && in.kind() != Kind::number) {
        errors.add(at, "wrong-type", {{"expected", "number"}});
        return;
    }
    out = in.number();
}

void decodeBoolean(Value in, const std::string& at, DecodeErrors& errors, bool& out) {
    if (in.kind() != Kind::boolean) {
        errors.add(at, "wrong-type", {{"expected", "boolean"}});
        return;
    }
    out = in.boolean();
}

void decodeDate(Value in, const std::string& at, DecodeErrors& errors, Date& out) {
    const auto day = in.kind() == Kind::string ? Date::parse(in.string()) : std::nullopt;
    if (!day) {
        errors.add(at, "bad-date");
        return;
    }
    out = *day;
}

void decodeTime(Value in, const std::string& at, DecodeErrors& errors, Timestamp& out) {
    const auto time = in.kind() == Kind::string ? parseRfc3339(in.string()) : std::nullopt;
    if (!time) {
        errors.add(at, "bad-time");
        return;
    }
    out = *time;
}

bool expectObject(Value in, const std::string& at, DecodeErrors& errors) {
    if (in.kind() != Kind::object) {
        errors.add(at, "wrong-type", {{"expected", "object"}});
        return false;
    }
    return true;
}

bool expectArray(Value in, std::size_t low, std::size_t high, const std::string& at, DecodeErrors& errors) {
    if (in.kind() != Kind::array) {
        errors.add(at, "wrong-type", {{"expected", "array"}});
        return false;
    }
    if (in.size() < low) {
        errors.add(at, in.size() == 0 ? "required" : "too-short", {{"min", std::to_string(low)}});
        return false;
    }
    if (in.size() > high) {
        errors.add(at, "too-long", {{"max", std::to_string(high)}});
        return false;
    }
    return true;
}

void checkUnknown(Value in, const std::vector<std::string_view>& known, const std::string& at, DecodeErrors& errors) {
    if (errors.unknownMembers() == UnknownMembers::skip) {
        return;
    }
    in.forEachMember([&](std::string_view name, Value) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            errors.add(childPointer(at, name), "unknown-field");
        }
    });
}

std::string childPointer(const std::string& at, std::string_view name) {
    std::string pointer = at;
    pointer.push_back('/');
    for (const char letter : name) {  // RFC 6901 §3: "~" is written "~0" and "/" is written "~1"
        if (letter == '~') {
            pointer += "~0";
        } else if (letter == '/') {
            pointer += "~1";
        } else {
            pointer.push_back(letter);
        }
    }
    return pointer;
}

std::string childPointer(const std::string& at, std::size_t index) {
    return at + '/' + std::to_string(index);
}

}  // namespace congvu::json
