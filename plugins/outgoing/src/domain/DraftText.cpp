// SPDX-License-Identifier: Apache-2.0
#include "domain/DraftText.h"

#include "congvu/json/Value.h"

#include <algorithm>
#include <set>

namespace congvu::outgoing {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view{} : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// "**Điều 1.** *Ban hành*" → "Điều 1. Ban hành": the marks are no words.
std::string withoutMarks(std::string_view line) {
    std::string plain;
    plain.reserve(line.size());
    for (std::size_t at = 0; at < line.size(); ++at) {
        const bool isEscaped = line[at] == '\\' && at + 1 < line.size() && (line[at + 1] == '*' || line[at + 1] == '|');
        if (isEscaped) {
            plain += line[++at];
        } else if (line[at] != '*') {
            plain += line[at];
        }
    }
    return plain;
}

void addLines(std::string_view text, std::vector<std::string>& paragraphs) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto line = trimmed(text.substr(0, end)); !line.empty()) {
            paragraphs.push_back(withoutMarks(line));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void addValue(const json::Value& value, std::vector<std::string>& paragraphs) {
    if (value.kind() == json::Kind::string) {
        addLines(value.string(), paragraphs);
    } else if (value.kind() == json::Kind::array) {
        for (std::size_t index = 0; index < value.size(); ++index) {
            addValue(value.element(index), paragraphs);
        }
    } else if (value.kind() == json::Kind::object) {
        value.forEachMember([&](std::string_view, json::Value member) { addValue(member, paragraphs); });
    }
}

}  // namespace

std::vector<std::string> paragraphsOfFields(std::string_view formJson, std::string_view fieldsJson) {
    std::vector<std::string> paragraphs;
    const auto values = json::Document::parse(fieldsJson);
    if (values.root().kind() != json::Kind::object) {
        return paragraphs;
    }
    std::set<std::string, std::less<>> known;
    const auto form = json::Document::parse(formJson);
    const auto fields = form.root().kind() == json::Kind::object ? form.root().member("fields") : std::nullopt;
    for (std::size_t index = 0; fields && index < fields->size(); ++index) {
        const auto key = fields->element(index).member("key");
        const auto value = key ? values.root().member(key->string()) : std::nullopt;
        if (value) {
            addValue(*value, paragraphs);
            known.emplace(key->string());
        }
    }
    values.root().forEachMember([&](std::string_view key, json::Value value) {
        if (!known.contains(key)) {
            addValue(value, paragraphs);
        }
    });
    return paragraphs;
}

std::vector<std::string> paragraphsOfText(std::string_view text) {
    std::vector<std::string> paragraphs;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto line = trimmed(text.substr(0, end)); !line.empty()) {
            paragraphs.emplace_back(line);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return paragraphs;
}

}  // namespace congvu::outgoing
