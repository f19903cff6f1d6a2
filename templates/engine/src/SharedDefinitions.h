// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "JsonNode.h"

#include <rapidjson/document.h>

#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace congvu::templates {

/// What the forms of one directory share. It lies in the directory's sub-folder `common`:
///
/// | file           | holds                                                                     |
/// |----------------|---------------------------------------------------------------------------|
/// | fields.json    | fields, and groups of them that forms name together                       |
/// | parts.json     | components of layouts by name: the letterhead, the body, the closing      |
/// | <layout>.json  | layouts that several forms name                                           |
///
/// Files are read when they are first asked for. Nodes live as long as the object. Throws FormFileError.
class SharedDefinitions {
public:
    /// The directory of the forms, not its sub-folder.
    explicit SharedDefinitions(const std::filesystem::path& directory) : folder_(directory / "common") {}

    /// The fields of a form in order. An element of the list is the name of a shared field or of a group, a
    /// shared field with members of the form's own ({"use": "subject", "help": …}), or a field of its own.
    std::vector<JsonNode> fields(const JsonNode& list);

    /// A component of a layout: {"part": "body", "endMark": ""} is the shared part with members of its own.
    JsonNode component(const JsonNode& node);

    /// Whether fields.json has a field of that key.
    bool hasField(const std::string& key);

    /// The file of a shared layout; the name has no extension.
    std::filesystem::path layoutFile(const std::string& name) const { return folder_ / (name + ".json"); }

private:
    JsonNode root(std::optional<JsonFile>& file, const char* name);
    std::optional<JsonNode> findField(const std::string& key);
    JsonNode field(const JsonNode& user, const std::string& key);
    void addNamed(const JsonNode& user, const std::string& name, std::vector<JsonNode>& result);

    std::filesystem::path folder_;
    std::optional<JsonFile> fields_;
    std::optional<JsonFile> parts_;
    std::deque<rapidjson::Document> changed_;
};

}  // namespace congvu::templates
