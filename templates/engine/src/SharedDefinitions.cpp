// SPDX-License-Identifier: Apache-2.0
#include "SharedDefinitions.h"

namespace congvu::templates {

std::vector<JsonNode> SharedDefinitions::fields(const JsonNode& list) {
    std::vector<JsonNode> result;
    for (const JsonNode& element : list.elements()) {
        if (element.isText()) {
            addNamed(element, element.text(), result);
        } else if (element.has("use")) {
            result.push_back(element.over(field(element, element.text("use")), {"use"}, changed_.emplace_back()));
        } else {
            result.push_back(element);
        }
    }
    return result;
}

JsonNode SharedDefinitions::component(const JsonNode& node) {
    if (!node.has("part")) {
        return node;
    }
    const JsonNode parts = root(parts_, "parts.json");
    const std::string name = node.text("part");
    if (!parts.has(name.c_str())) {
        node.member("part").refuse("names \"" + name + "\", which is no part of common/parts.json.");
    }
    return node.over(parts.member(name.c_str()), {"part", "when"}, changed_.emplace_back());
}

bool SharedDefinitions::hasField(const std::string& key) {
    return findField(key).has_value();
}

JsonNode SharedDefinitions::root(std::optional<JsonFile>& file, const char* name) {
    if (!file) {
        file.emplace(folder_ / name);
    }
    return file->root();
}

std::optional<JsonNode> SharedDefinitions::findField(const std::string& key) {
    for (const JsonNode& field : root(fields_, "fields.json").member("fields").elements()) {
        if (field.text("key") == key) {
            return field;
        }
    }
    return std::nullopt;
}

JsonNode SharedDefinitions::field(const JsonNode& user, const std::string& key) {
    auto found = findField(key);
    if (!found) {
        user.refuse("names \"" + key + "\", which is neither a field nor a group of common/fields.json.");
    }
    return *found;
}

void SharedDefinitions::addNamed(const JsonNode& user, const std::string& name, std::vector<JsonNode>& result) {
    const JsonNode groups = root(fields_, "fields.json").member("groups");
    if (!groups.has(name.c_str())) {
        result.push_back(field(user, name));
        return;
    }
    for (const JsonNode& member : groups.member(name.c_str()).elements()) {
        result.push_back(field(member, member.text()));
    }
}

}  // namespace congvu::templates
