// SPDX-License-Identifier: Apache-2.0
#include "FieldReader.h"

#include "BodyMarkup.h"
#include "FieldLimits.h"
#include "TextCheck.h"
#include "congvu/templates/IssueText.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string_view>

namespace congvu::templates {

namespace {

using rapidjson::Value;

constexpr unsigned kParseFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
// Decree 30/2020, App. I, part II, item 7a.
constexpr std::array<std::string_view, 5> kPrefixes{"TM.", "KT.", "TL.", "TUQ.", "Q."};

std::optional<std::chrono::year_month_day> parseDate(const std::string& text) {
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                        text.find_first_not_of("0123456789-") == std::string::npos && std::count(text.begin(), text.end(), '-') == 2;
    if (!shaped) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(std::stoi(text.substr(0, 4))),
                                           std::chrono::month(static_cast<unsigned>(std::stoi(text.substr(5, 2)))),
                                           std::chrono::day(static_cast<unsigned>(std::stoi(text.substr(8, 2))))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

/// Trims spaces at both ends of a one-line value.
std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \n");
    if (first == std::string::npos) {
        return "";
    }
    return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

/// Reads one object of values; collects values and errors.
class FieldReader {
public:
    FieldReader(const FormDefinition& form, RequiredValues required, const FontSet& fonts)
        : form_(form), required_(required), fonts_(fonts) {}

    FieldReading read(const Value& object) {
        for (const auto& entry : object.GetObject()) {
            const std::string key(entry.name.GetString(), entry.name.GetStringLength());
            if (form_.field(key) == nullptr) {
                // The key is typed by a stranger: its escaped name must not make the answer large.
                complain("/" + key.substr(0, 64), "unknown-field");
            }
        }
        for (const FormField& field : form_.fields) {
            const auto found = object.FindMember(field.key.c_str());
            const bool present = found != object.MemberEnd() && !found->value.IsNull();
            const bool good = !present || readField(field, found->value);
            if (good && field.required && required_ == RequiredValues::enforced && isEmpty(field)) {
                complain("/" + field.key, "required");
            }
        }
        return std::move(reading_);
    }

private:
    bool readField(const FormField& field, const Value& value) {
        const std::size_t before = reading_.errors.size();
        const std::string pointer = "/" + field.key;
        switch (field.kind) {
            case FieldKind::text:
                readText(field, pointer, value, LineBreaks::refused);
                break;
            case FieldKind::multiline:
                readText(field, pointer, value, LineBreaks::allowed);
                break;
            case FieldKind::richText:
                readRichText(field, pointer, value);
                break;
            case FieldKind::date:
                readDate(field, pointer, value);
                break;
            case FieldKind::list:
                readList(field, pointer, value);
                break;
            case FieldKind::person:
                readPerson(field, pointer, value);
                break;
            case FieldKind::appendices:
                readAppendices(field, pointer, value);
                break;
        }
        return reading_.errors.size() == before;
    }

    std::string readString(const std::string& pointer, const Value& value, std::size_t maximum, LineBreaks lineBreaks) {
        if (!value.IsString()) {
            complain(pointer, "wrong-type");
            return "";
        }
        CheckedText checked = checkText({value.GetString(), value.GetStringLength()}, maximum, lineBreaks, fonts_);
        if (!checked.code.empty()) {
            complain(pointer, checked.code);
        }
        return trimmed(checked.text);
    }

    void readText(const FormField& field, const std::string& pointer, const Value& value, LineBreaks lineBreaks) {
        const std::string text = readString(pointer, value, field.maxLength, lineBreaks);
        const bool chosen =
            field.options.empty() || text.empty() ||
            std::any_of(field.options.begin(), field.options.end(), [&](const FieldOption& option) { return option.value == text; });
        if (!chosen) {
            complain(pointer, "not-an-option");
        }
        reading_.values.texts[field.key] = text;
    }

    void readRichText(const FormField& field, const std::string& pointer, const Value& value) {
        readText(field, pointer, value, LineBreaks::allowed);
        if (widestTable(reading_.values.text(field.key)) > kMaximumTableColumns) {
            complain(pointer, "too-many-columns");
        }
    }

    void readDate(const FormField& field, const std::string& pointer, const Value& value) {
        const std::string text = readString(pointer, value, field.maxLength, LineBreaks::refused);
        if (text.empty()) {
            return;
        }
        const auto date = parseDate(text);
        if (!date) {
            complain(pointer, "not-a-date");
            return;
        }
        reading_.values.texts[field.key] = dateInWords(*date);
    }

    void readList(const FormField& field, const std::string& pointer, const Value& value) {
        if (!value.IsArray()) {
            complain(pointer, "wrong-type");
            return;
        }
        if (value.Size() > kMaximumListItems) {
            complain(pointer, "too-many");
            return;
        }
        std::vector<std::string>& items = reading_.values.lists[field.key];
        for (rapidjson::SizeType index = 0; index < value.Size(); ++index) {
            std::string item = readString(pointer + "/" + std::to_string(index), value[index], field.maxLength, LineBreaks::refused);
            if (!item.empty()) {
                items.push_back(std::move(item));
            }
        }
    }

    void readAppendices(const FormField& field, const std::string& pointer, const Value& value) {
        if (!value.IsArray()) {
            complain(pointer, "wrong-type");
            return;
        }
        if (value.Size() > kMaximumAppendices) {
            complain(pointer, "too-many");
            return;
        }
        for (rapidjson::SizeType index = 0; index < value.Size(); ++index) {
            const std::string place = pointer + "/" + std::to_string(index);
            const Value& item = value[index];
            const bool complete = item.IsObject() && item.MemberCount() == 2 && item.HasMember("title") && item.HasMember("text");
            if (!complete) {
                complain(place, "wrong-type");
                continue;
            }
            readAppendix(field, place, item);
        }
    }

    /// An appendix that was begun and left empty is none; one with a half needs the other.
    void readAppendix(const FormField& field, const std::string& place, const Value& item) {
        const std::size_t before = reading_.errors.size();
        Appendix appendix{readString(place + "/title", item["title"], kMaximumAppendixTitleCharacters, LineBreaks::allowed),
                          readString(place + "/text", item["text"], field.maxLength, LineBreaks::allowed)};
        if (widestTable(appendix.text) > kMaximumTableColumns) {
            complain(place + "/text", "too-many-columns");
        }
        const bool isEmpty = appendix.title.empty() && appendix.text.empty();
        if (isEmpty || reading_.errors.size() > before) {
            return;
        }
        if (required_ == RequiredValues::enforced && (appendix.title.empty() || appendix.text.empty())) {
            complain(place + (appendix.title.empty() ? "/title" : "/text"), "required");
        }
        reading_.values.appendixLists[field.key].push_back(std::move(appendix));
    }

    void readPerson(const FormField& field, const std::string& pointer, const Value& value) {
        if (!value.IsObject()) {
            complain(pointer, "wrong-type");
            return;
        }
        const std::size_t maximum = std::min(field.maxLength, kMaximumPersonTextCharacters);
        Person& person = reading_.values.persons[field.key];
        for (const auto& entry : value.GetObject()) {
            const std::string name(entry.name.GetString(), entry.name.GetStringLength());
            if (name == "authority") {
                readAuthority(person, maximum, pointer + "/authority", entry.value);
            } else if (name == "position") {
                person.position = readString(pointer + "/position", entry.value, maximum, LineBreaks::refused);
            } else if (name == "name") {
                person.name = readString(pointer + "/name", entry.value, maximum, LineBreaks::refused);
            } else {
                complain(pointer + "/" + name.substr(0, 64), "unknown-field");
            }
        }
        checkPersonComplete(field, pointer, person);
    }

    void checkPersonComplete(const FormField& field, const std::string& pointer, const Person& person) {
        if (!field.required || required_ == RequiredValues::optional) {
            return;
        }
        if (person.name.empty()) {
            complain(pointer + "/name", "required");
        }
        if (person.position.empty() && person.authority.empty()) {
            complain(pointer + "/position", "required");
        }
    }

    void readAuthority(Person& person, std::size_t maximum, const std::string& pointer, const Value& value) {
        if (!value.IsArray()) {
            complain(pointer, "wrong-type");
            return;
        }
        if (value.Size() > kMaximumAuthorityLines) {
            complain(pointer, "too-many");
            return;
        }
        for (rapidjson::SizeType index = 0; index < value.Size(); ++index) {
            const std::string place = pointer + "/" + std::to_string(index);
            const Value& line = value[index];
            const bool complete = line.IsObject() && line.MemberCount() == 2 && line.HasMember("prefix") && line.HasMember("of");
            if (!complete) {
                complain(place, "wrong-type");
                continue;
            }
            AuthorityLine authority{readString(place + "/prefix", line["prefix"], 8, LineBreaks::refused),
                                    readString(place + "/of", line["of"], maximum, LineBreaks::refused)};
            if (std::find(kPrefixes.begin(), kPrefixes.end(), authority.prefix) == kPrefixes.end()) {
                complain(place + "/prefix", "unknown-prefix");
            }
            if (authority.of.empty() && required_ == RequiredValues::enforced) {
                complain(place + "/of", "required");
            }
            person.authority.push_back(std::move(authority));
        }
    }

    bool isEmpty(const FormField& field) const {
        switch (field.kind) {
            case FieldKind::list:
                return reading_.values.list(field.key).empty();
            case FieldKind::person:
                return reading_.values.person(field.key).name.empty();
            case FieldKind::appendices:
                return reading_.values.appendices(field.key).empty();
            default:
                return reading_.values.text(field.key).empty();
        }
    }

    void complain(std::string pointer, std::string code) {
        if (reading_.errors.size() < kMaximumReportedErrors) {
            reading_.errors.push_back({std::move(pointer), std::move(code)});
        }
    }

    const FormDefinition& form_;
    RequiredValues required_;
    const FontSet& fonts_;
    FieldReading reading_;
};

FieldReading onlyError(const char* code) {
    return {{}, {{"", code}}};
}

}  // namespace

FieldReading readFields(const FormDefinition& form, const std::string& fieldsJson, RequiredValues required, const FontSet& fonts) {
    if (fieldsJson.size() > kMaximumInputBytes) {
        return onlyError("too-large");
    }
    rapidjson::Document document;
    document.Parse<kParseFlags>(fieldsJson.data(), fieldsJson.size());
    if (document.HasParseError()) {
        const auto error = document.GetParseError();
        return onlyError(error == rapidjson::kParseErrorStringInvalidEncoding ? "invalid-encoding" : "not-json");
    }
    if (!document.IsObject()) {
        return onlyError("not-an-object");
    }
    return FieldReader(form, required, fonts).read(document);
}

}  // namespace congvu::templates
