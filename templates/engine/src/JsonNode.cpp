// SPDX-License-Identifier: Apache-2.0
#include "JsonNode.h"

#include "FormFileError.h"

#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

namespace congvu::templates {

namespace {

constexpr std::uintmax_t kMaximumFileBytes = 1024 * 1024;
constexpr unsigned kParseFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

std::string readFile(const std::filesystem::path& file) {
    std::error_code failure;
    const auto size = std::filesystem::file_size(file, failure);
    if (failure) {
        throw FormFileError(file, "the file is missing or cannot be read.");
    }
    if (size > kMaximumFileBytes) {
        throw FormFileError(file, "the file is larger than 1 MiB.");
    }
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

JsonNode::JsonNode(const std::filesystem::path& file, const rapidjson::Value& value, std::string pointer)
    : file_(&file), value_(&value), pointer_(std::move(pointer)) {}

void JsonNode::refuse(const std::string& complaint) const {
    throw FormFileError(*file_, (pointer_.empty() ? std::string("the file") : pointer_) + " " + complaint);
}

void JsonNode::allowOnly(std::initializer_list<const char*> keys) const {
    if (!value_->IsObject()) {
        refuse("must be an object.");
    }
    for (const auto& entry : value_->GetObject()) {
        const std::string_view name(entry.name.GetString(), entry.name.GetStringLength());
        const bool known = std::any_of(keys.begin(), keys.end(), [&](const char* key) { return name == key; });
        if (!known) {
            refuse("has the unknown member \"" + std::string(name) + "\".");
        }
    }
}

bool JsonNode::has(const char* key) const {
    return value_->IsObject() && value_->HasMember(key);
}

JsonNode JsonNode::member(const char* key) const {
    if (!has(key)) {
        refuse("must have the member \"" + std::string(key) + "\".");
    }
    return {*file_, (*value_)[key], pointer_ + "/" + key};
}

std::vector<JsonNode> JsonNode::elements() const {
    if (!value_->IsArray()) {
        refuse("must be an array.");
    }
    std::vector<JsonNode> result;
    for (rapidjson::SizeType index = 0; index < value_->Size(); ++index) {
        result.emplace_back(*file_, (*value_)[index], pointer_ + "/" + std::to_string(index));
    }
    return result;
}

std::vector<std::pair<std::string, JsonNode>> JsonNode::members() const {
    if (!value_->IsObject()) {
        refuse("must be an object.");
    }
    std::vector<std::pair<std::string, JsonNode>> result;
    for (const auto& entry : value_->GetObject()) {
        std::string name(entry.name.GetString(), entry.name.GetStringLength());
        JsonNode node(*file_, entry.value, pointer_ + "/" + name);
        result.emplace_back(std::move(name), std::move(node));
    }
    return result;
}

bool JsonNode::isText() const noexcept {
    return value_->IsString();
}

JsonNode JsonNode::over(const JsonNode& base, std::initializer_list<const char*> except, rapidjson::Document& target) const {
    auto& memory = target.GetAllocator();
    target.CopyFrom(*base.value_, memory);
    if (!target.IsObject()) {
        base.refuse("must be an object.");
    }
    for (const auto& [name, node] : members()) {
        const bool isLeftOut = std::any_of(except.begin(), except.end(), [&name = name](const char* key) { return name == key; });
        if (!isLeftOut) {
            target.RemoveMember(name.c_str());
            target.AddMember(rapidjson::Value(name.c_str(), memory), rapidjson::Value(*node.value_, memory), memory);
        }
    }
    return {*file_, target, pointer_};
}

std::string JsonNode::text() const {
    if (!value_->IsString()) {
        refuse("must be a text.");
    }
    return {value_->GetString(), value_->GetStringLength()};
}

std::string JsonNode::text(const char* key) const {
    return member(key).text();
}

std::string JsonNode::text(const char* key, const std::string& fallback) const {
    return has(key) ? text(key) : fallback;
}

double JsonNode::number(const char* key, double minimum, double maximum) const {
    const JsonNode node = member(key);
    const bool inRange = node.value_->IsNumber() && node.value_->GetDouble() >= minimum && node.value_->GetDouble() <= maximum;
    if (!inRange) {
        node.refuse("must be a number from " + std::to_string(minimum) + " to " + std::to_string(maximum) + ".");
    }
    return node.value_->GetDouble();
}

double JsonNode::number(const char* key, double minimum, double maximum, double fallback) const {
    return has(key) ? number(key, minimum, maximum) : fallback;
}

bool JsonNode::flag(const char* key) const {
    if (!has(key)) {
        return false;
    }
    const JsonNode node = member(key);
    if (!node.value_->IsBool()) {
        node.refuse("must be true or false.");
    }
    return node.value_->GetBool();
}

std::string JsonNode::json() const {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    value_->Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

JsonFile::JsonFile(std::filesystem::path file) : file_(std::move(file)) {
    const std::string content = readFile(file_);
    document_.Parse<kParseFlags>(content.data(), content.size());
    if (document_.HasParseError()) {
        throw FormFileError(file_, std::string("not JSON at byte ") + std::to_string(document_.GetErrorOffset()) + ": " +
                                       rapidjson::GetParseError_En(document_.GetParseError()));
    }
}

JsonNode JsonFile::root() const {
    return {file_, document_, ""};
}

}  // namespace congvu::templates
