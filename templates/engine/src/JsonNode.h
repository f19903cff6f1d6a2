// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/document.h>

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace congvu::templates {

/// A value inside a form file, which knows its JSON pointer, so that every complaint names the file
/// and the place. All functions throw FormFileError. A node lives as long as the JsonFile it is from.
class JsonNode {
public:
    JsonNode(const std::filesystem::path& file, const rapidjson::Value& value, std::string pointer);

    /// Refuses an object with members other than these: a misspelt key must not be silently ignored.
    void allowOnly(std::initializer_list<const char*> keys) const;

    bool has(const char* key) const;
    JsonNode member(const char* key) const;
    /// The elements of an array; refuses anything else.
    std::vector<JsonNode> elements() const;
    /// The members of an object with their names, in order; refuses anything else.
    std::vector<std::pair<std::string, JsonNode>> members() const;
    bool isText() const noexcept;

    std::string text() const;
    std::string text(const char* key) const;
    std::string text(const char* key, const std::string& fallback) const;
    /// A number within [minimum, maximum].
    double number(const char* key, double minimum, double maximum) const;
    double number(const char* key, double minimum, double maximum, double fallback) const;
    bool flag(const char* key) const;
    /// The members of `base` with those of this object in their place, except the ones named: how a form
    /// changes what it shares with others. The result lives in `target` and complains in the name of this node.
    JsonNode over(const JsonNode& base, std::initializer_list<const char*> except, rapidjson::Document& target) const;
    /// The value as JSON text.
    std::string json() const;

    [[noreturn]] void refuse(const std::string& complaint) const;

private:
    const std::filesystem::path* file_;
    const rapidjson::Value* value_;
    std::string pointer_;
};

/// A parsed form file of at most 1 MiB.
class JsonFile {
public:
    explicit JsonFile(std::filesystem::path file);

    JsonNode root() const;

private:
    std::filesystem::path file_;
    rapidjson::Document document_;
};

}  // namespace congvu::templates
