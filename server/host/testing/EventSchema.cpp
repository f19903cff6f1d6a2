// SPDX-License-Identifier: Apache-2.0
#include "congvu/testing/EventSchema.h"

#include "congvu/json/Value.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace congvu::testing {

namespace {

std::set<std::string> namesIn(const json::Value& object) {
    std::set<std::string> names;
    object.forEachMember([&](std::string_view name, json::Value) { names.insert(std::string{name}); });
    return names;
}

std::string readText(const std::filesystem::path& file) {
    std::ifstream stream{file};
    if (!stream) {
        throw std::runtime_error("no schema " + file.string());
    }
    return {std::istreambuf_iterator<char>{stream}, {}};
}

}  // namespace

EventSchema EventSchema::of(const std::string& pluginFolder, const std::string& eventName) {
    const auto file = eventName.substr(eventName.find('.') + 1) + ".schema.json";
    const auto document = json::Document::parse(readText(std::filesystem::path{pluginFolder} / "events" / file));
    const auto root = document.root();
    EventSchema schema;
    const auto required = root.member("required").value();
    for (std::size_t i = 0; i < required.size(); ++i) {
        schema.required.insert(std::string{required.element(i).string()});
    }
    schema.properties = namesIn(root.member("properties").value());
    schema.example = namesIn(root.member("examples").value().element(0));
    return schema;
}

std::set<std::string> membersOf(const std::string& json) {
    const auto document = json::Document::parse(json);
    return namesIn(document.root());
}

}  // namespace congvu::testing
