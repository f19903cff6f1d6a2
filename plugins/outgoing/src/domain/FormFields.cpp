// SPDX-License-Identifier: Apache-2.0
#include "domain/FormFields.h"

#include "congvu/json/Encode.h"
#include "congvu/json/Value.h"

#include <functional>
#include <set>

namespace congvu::outgoing {

std::string textMember(std::string_view fieldsJson, std::string_view name) {
    const auto document = json::Document::parse(fieldsJson);
    if (document.root().kind() != json::Kind::object) {
        return {};
    }
    const auto member = document.root().member(name);
    return member && member->kind() == json::Kind::string ? std::string{member->string()} : std::string{};
}

std::string withMember(std::string_view fieldsJson, std::string_view name, std::string_view valueJson) {
    const auto document = json::Document::parse(fieldsJson);
    json::Writer out;
    out.beginObject();
    if (document.root().kind() == json::Kind::object) {
        document.root().forEachMember([&](std::string_view key, json::Value value) {
            if (key != name) {
                out.key(key).raw(value.toText());
            }
        });
    }
    out.key(name).raw(valueJson).endObject();
    return out.take();
}

namespace {

std::set<std::string, std::less<>> keysOf(std::string_view formJson) {
    std::set<std::string, std::less<>> keys;
    const auto form = json::Document::parse(formJson);
    const auto fields = form.root().member("fields");
    for (std::size_t index = 0; fields && index < fields->size(); ++index) {
        if (const auto key = fields->element(index).member("key")) {
            keys.emplace(key->string());
        }
    }
    return keys;
}

}  // namespace

bool hasField(std::string_view formJson, std::string_view key) {
    return keysOf(formJson).contains(key);
}

std::string onlyFieldsOf(std::string_view formJson, std::string_view fieldsJson) {
    const auto keys = keysOf(formJson);
    const auto values = json::Document::parse(fieldsJson);
    json::Writer out;
    out.beginObject();
    values.root().forEachMember([&](std::string_view key, json::Value value) {
        if (keys.contains(key)) {
            out.key(key).raw(value.toText());
        }
    });
    out.endObject();
    return out.take();
}

bool isObject(std::string_view fieldsJson) {
    return json::Document::parse(fieldsJson).root().kind() == json::Kind::object;
}

std::string letterheadName(std::string_view agencyName) {
    std::string name{agencyName};
    for (const std::string_view kind : {"Uỷ ban nhân dân ", "Ủy ban nhân dân ", "Hội đồng nhân dân "}) {
        if (name.starts_with(kind)) {
            name[kind.size() - 1] = '\n';
        }
    }
    return name;
}

std::string_view urgencyOption(std::string_view urgency) {
    if (urgency == "urgent") {
        return "khan";
    }
    if (urgency == "very_urgent") {
        return "thuong-khan";
    }
    return urgency == "flash" ? "hoa-toc" : "";
}

}  // namespace congvu::outgoing
