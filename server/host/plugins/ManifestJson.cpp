// SPDX-License-Identifier: Apache-2.0
#include "plugins/ManifestJson.h"

#include "plugins/ManifestReader.h"

#include <algorithm>

namespace congvu::host {

namespace {

std::string child(const std::string& at, std::string_view name) {
    return at.empty() ? std::string{name} : at + '/' + std::string{name};
}

constexpr std::size_t kMaximumText = 500;

}  // namespace

void ManifestJson::refuse(std::string_view member, std::string_view what) const {
    const auto place = file_.parent_path().filename() / file_.filename();
    throw PluginRefused(place.string() + ": " + std::string{member} + (member.empty() ? "" : " ") + std::string{what});
}

std::string ManifestJson::text(json::Value owner, std::string_view name, const std::string& at) const {
    auto value = optionalText(owner, name, at);
    if (value.empty()) {
        refuse(child(at, name), "is missing");
    }
    return value;
}

std::string ManifestJson::optionalText(json::Value owner, std::string_view name, const std::string& at) const {
    const auto member = owner.member(name);
    if (!member) {
        return {};
    }
    if (member->kind() != json::Kind::string || member->string().size() > kMaximumText) {
        refuse(child(at, name), "must be a text of at most 500 bytes");
    }
    return std::string{member->string()};
}

std::int64_t ManifestJson::number(json::Value owner, std::string_view name, const std::string& at) const {
    const auto member = owner.member(name);
    if (!member || member->kind() != json::Kind::integer) {
        refuse(child(at, name), "must be a whole number");
    }
    return member->integer();
}

core::Label ManifestJson::label(json::Value owner, std::string_view name, const std::string& at) const {
    const auto texts = object(owner, name, at);
    if (!texts) {
        refuse(child(at, name), "is missing");
    }
    allowOnly(*texts, {"vi", "en"}, child(at, name));
    return {text(*texts, "vi", child(at, name)), text(*texts, "en", child(at, name))};
}

std::vector<std::string> ManifestJson::texts(json::Value owner, std::string_view name, const std::string& at) const {
    const auto member = owner.member(name);
    if (!member) {
        return {};
    }
    if (member->kind() != json::Kind::array) {
        refuse(child(at, name), "must be a list of texts");
    }
    std::vector<std::string> values;
    for (std::size_t index = 0; index < member->size(); ++index) {
        const auto element = member->element(index);
        const auto place = child(child(at, name), std::to_string(index));
        if (element.kind() != json::Kind::string || element.string().empty()) {
            refuse(place, "must be a text");
        }
        if (std::find(values.begin(), values.end(), element.string()) != values.end()) {
            refuse(place, "stands twice");
        }
        values.emplace_back(element.string());
    }
    return values;
}

std::vector<json::Value> ManifestJson::objects(json::Value owner, std::string_view name, const std::string& at) const {
    const auto member = owner.member(name);
    if (!member) {
        return {};
    }
    if (member->kind() != json::Kind::array) {
        refuse(child(at, name), "must be a list");
    }
    std::vector<json::Value> values;
    for (std::size_t index = 0; index < member->size(); ++index) {
        if (member->element(index).kind() != json::Kind::object) {
            refuse(child(child(at, name), std::to_string(index)), "must be an object");
        }
        values.push_back(member->element(index));
    }
    return values;
}

std::optional<json::Value> ManifestJson::object(json::Value owner, std::string_view name, const std::string& at) const {
    const auto member = owner.member(name);
    if (member && member->kind() != json::Kind::object) {
        refuse(child(at, name), "must be an object");
    }
    return member;
}

void ManifestJson::allowOnly(json::Value owner, const std::vector<std::string_view>& names, const std::string& at) const {
    owner.forEachMember([&](std::string_view name, json::Value) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            refuse(child(at, name), "is not a member of a manifest");
        }
    });
}

}  // namespace congvu::host
