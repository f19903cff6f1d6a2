// SPDX-License-Identifier: Apache-2.0
#include "json/Json.h"

#include <algorithm>

namespace congvu::signing::json {
namespace {

constexpr unsigned kParseFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseInsituFlag;

std::string_view textOf(const rapidjson::Value& value) {
    return {value.GetString(), value.GetStringLength()};
}

}  // namespace

void Node::refuse(const std::string& why) const {
    throw FormatError((pointer_.empty() ? std::string("the text") : pointer_) + ' ' + why);
}

void Node::allowOnly(std::initializer_list<std::string_view> names) const {
    if (!value_->IsObject()) {
        refuse("is not an object");
    }
    std::vector<std::string_view> seen;
    for (const auto& entry : value_->GetObject()) {
        const std::string_view name = textOf(entry.name);
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            refuse("has an unknown member");
        }
        if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
            refuse("has a member twice");
        }
        seen.push_back(name);
    }
}

bool Node::has(const char* name) const {
    if (!value_->IsObject()) {
        refuse("is not an object");
    }
    const auto found = value_->FindMember(name);
    return found != value_->MemberEnd() && !found->value.IsNull();
}

Node Node::member(const char* name) const {
    if (!has(name)) {
        refuse("has no \"" + std::string(name) + '"');
    }
    return {value_->FindMember(name)->value, pointer_ + '/' + name};
}

std::vector<Node> Node::elements(std::size_t most) const {
    if (!value_->IsArray() || value_->Size() > most) {
        refuse("is not an array of at most " + std::to_string(most));
    }
    std::vector<Node> out;
    for (rapidjson::SizeType index = 0; index < value_->Size(); ++index) {
        out.emplace_back((*value_)[index], pointer_ + '/' + std::to_string(index));
    }
    return out;
}

std::string_view Node::text(std::size_t longest) const {
    if (!value_->IsString() || value_->GetStringLength() > longest) {
        refuse("is not a text of at most " + std::to_string(longest) + " bytes");
    }
    return textOf(*value_);
}

std::string Node::optionalText(const char* name, std::size_t longest) const {
    return has(name) ? std::string(text(name, longest)) : std::string();
}

std::size_t Node::number(std::size_t least, std::size_t most) const {
    if (!value_->IsUint64() || value_->GetUint64() < least || value_->GetUint64() > most) {
        refuse("is not a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return value_->GetUint64();
}

std::vector<std::string> Node::texts(std::size_t most, std::size_t longest) const {
    std::vector<std::string> out;
    for (const Node& element : elements(most)) {
        out.emplace_back(element.text(longest));
    }
    return out;
}

Text::Text(keys::WipedText text) : text_(std::move(text)) {
    text_.append({"\0", 1});  // parsing in place stops there
    document_.ParseInsitu<kParseFlags>(const_cast<char*>(text_.view().data()));
    if (document_.HasParseError()) {
        throw FormatError("not JSON, at byte " + std::to_string(document_.GetErrorOffset()));
    }
}

void Writer::texts(std::string_view fieldName, const std::vector<std::string>& content) {
    startArray(fieldName);
    for (const std::string& each : content) {
        value(each);
    }
    endArray();
}

}  // namespace congvu::signing::json
