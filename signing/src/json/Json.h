// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/document.h>
#include <rapidjson/writer.h>

#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "keys/WipedText.h"

/// JSON (RFC 8259) of remote peers and pages, with PINs and tokens in it: texts lie in locked memory and are wiped.
namespace congvu::signing::json {

/// Why a text was refused; names the place by its JSON pointer, never a value.
class FormatError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A value inside a `Text`, which knows its pointer. Lives as long as the text. All functions throw FormatError.
class Node {
public:
    Node(const rapidjson::Value& value, std::string pointer) : value_(&value), pointer_(std::move(pointer)) {}

    /// Refuses an object with other members than these.
    void allowOnly(std::initializer_list<std::string_view> names) const;

    /// False when the member is absent or null.
    bool has(const char* name) const;
    Node member(const char* name) const;
    /// The members of an array; at most `most`.
    std::vector<Node> elements(std::size_t most) const;

    /// At most `longest` bytes.
    std::string_view text(std::size_t longest = 4096) const;
    std::string_view text(const char* name, std::size_t longest = 4096) const { return member(name).text(longest); }
    /// Empty when the member is absent.
    std::string optionalText(const char* name, std::size_t longest = 4096) const;
    std::size_t number(std::size_t least, std::size_t most) const;
    std::vector<std::string> texts(std::size_t most, std::size_t longest = 4096) const;

    [[noreturn]] void refuse(const std::string& why) const;

private:
    const rapidjson::Value* value_;
    std::string pointer_;
};

/// A parsed text. Its strings are read where they lie, so that no copy of a secret is left behind.
class Text {
public:
    /// Throws FormatError.
    explicit Text(keys::WipedText text);

    Node root() const { return {document_, ""}; }

private:
    keys::WipedText text_;
    rapidjson::Document document_;
};

/// Writes one object into locked memory.
class Writer {
public:
    Writer() { writer_.StartObject(); }

    void name(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void value(std::string_view text) { writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
    void field(std::string_view fieldName, std::string_view text) {
        name(fieldName);
        value(text);
    }
    void number(std::string_view fieldName, std::uint64_t content) {
        name(fieldName);
        writer_.Uint64(content);
    }
    void flag(std::string_view fieldName, bool content) {
        name(fieldName);
        writer_.Bool(content);
    }
    void startArray(std::string_view fieldName) {
        name(fieldName);
        writer_.StartArray();
    }
    void endArray() { writer_.EndArray(); }
    void startObject() { writer_.StartObject(); }
    void endObject() { writer_.EndObject(); }
    void texts(std::string_view fieldName, const std::vector<std::string>& content);

    /// Ends the object.
    keys::WipedText take() {
        writer_.EndObject();
        return std::move(out_);
    }

private:
    keys::WipedText out_;
    rapidjson::Writer<keys::WipedText> writer_{out_};
};

}  // namespace congvu::signing::json
