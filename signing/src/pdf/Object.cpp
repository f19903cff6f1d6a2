// SPDX-License-Identifier: Apache-2.0
#include "pdf/Object.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "pdf/KeyIndex.h"
#include "pdf/Unicode.h"

namespace congvu::signing::pdf {
namespace {

bool isRegularNameByte(unsigned char byte) {
    constexpr std::string_view kDelimiters = "()<>[]{}/%#";
    return byte > 0x20 && byte < 0x7F && kDelimiters.find(static_cast<char>(byte)) == std::string_view::npos;
}

void writeName(std::string& out, std::string_view name) {
    constexpr char kHex[] = "0123456789ABCDEF";
    out += '/';
    for (const char character : name) {
        const auto byte = static_cast<unsigned char>(character);
        if (isRegularNameByte(byte)) {
            out += character;
        } else {
            out += '#';
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        }
    }
}

void writeHexString(std::string& out, std::string_view bytes) {
    constexpr char kHex[] = "0123456789ABCDEF";
    out += '<';
    for (const char character : bytes) {
        const auto byte = static_cast<unsigned char>(character);
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
    out += '>';
}

bool startsWithDelimiter(const Object& value) {
    return value.isName() || value.isString() || value.isArray() || value.isDictionary();
}

bool sameEntries(const Object& left, const Object& right) {
    if (left.entries().size() != right.entries().size())
        return false;
    std::optional<KeyIndex> keys;
    for (std::size_t index = 0; index < left.entries().size(); ++index) {
        const auto& [key, value] = left.entries()[index];
        const auto& other = right.entries()[index];
        if (other.first == key) {
            if (!(other.second == value))
                return false;
            continue;
        }
        if (!keys)
            keys.emplace(right);
        const Object* found = keys->find(key);
        if (found == nullptr || !(*found == value))
            return false;
    }
    return true;
}

}  // namespace

Object Object::boolean(bool value) {
    Object object;
    object.kind_ = ObjectKind::boolean;
    object.integer_ = value ? 1 : 0;
    return object;
}

Object Object::integer(std::int64_t value) {
    Object object;
    object.kind_ = ObjectKind::integer;
    object.integer_ = value;
    return object;
}

Object Object::real(double value) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.4f", std::clamp(value, -1e9, 1e9));
    std::string token = buffer;
    token.erase(token.find_last_not_of('0') + 1);
    if (token.back() == '.')
        token.pop_back();
    if (token == "-0")
        token = "0";
    return realToken(std::move(token));
}

Object Object::realToken(std::string token) {
    Object object;
    object.kind_ = ObjectKind::real;
    object.token_ = std::move(token);
    return object;
}

Object Object::name(std::string value) {
    Object object;
    object.kind_ = ObjectKind::name;
    object.text_ = std::move(value);
    return object;
}

Object Object::bytes(std::string value) {
    Object object;
    object.kind_ = ObjectKind::string;
    object.text_ = std::move(value);
    return object;
}

Object Object::text(std::string_view utf8) {
    const bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
    if (ascii)
        return bytes(std::string(utf8));
    return bytes(utf16TextString(utf8));
}

Object Object::stringToken(std::string value, std::string token) {
    Object object = bytes(std::move(value));
    object.token_ = std::move(token);
    return object;
}

Object Object::array(std::vector<Object> items) {
    Object object;
    object.kind_ = ObjectKind::array;
    object.items_ = std::move(items);
    return object;
}

Object Object::dictionary(std::vector<Entry> entries) {
    Object object;
    object.kind_ = ObjectKind::dictionary;
    object.entries_ = std::move(entries);
    return object;
}

Object Object::reference(ObjectNumber number, std::uint32_t generation) {
    Object object;
    object.kind_ = ObjectKind::reference;
    object.integer_ = number;
    object.generation_ = generation;
    return object;
}

double Object::numberValue() const {
    if (kind_ == ObjectKind::integer)
        return static_cast<double>(integer_);
    if (kind_ != ObjectKind::real)
        return 0;
    const double value = std::strtod(token_.c_str(), nullptr);
    return std::isfinite(value) ? value : 0;
}

const Object* Object::find(std::string_view key) const {
    for (const auto& entry : entries_) {
        if (entry.first == key)
            return &entry.second;
    }
    return nullptr;
}

const Object& Object::get(std::string_view key) const {
    static const Object kNull;
    const Object* found = find(key);
    return found == nullptr ? kNull : *found;
}

void Object::set(std::string_view key, Object value) {
    for (auto& entry : entries_) {
        if (entry.first == key) {
            entry.second = std::move(value);
            return;
        }
    }
    entries_.emplace_back(std::string(key), std::move(value));
}

void Object::erase(std::string_view key) {
    std::erase_if(entries_, [key](const Entry& entry) { return entry.first == key; });
}

bool operator==(const Object& left, const Object& right) {
    if (left.isNumber() && right.isNumber()) {
        if (left.isInteger() && right.isInteger())
            return left.integer_ == right.integer_;
        return left.numberValue() == right.numberValue();
    }
    if (left.kind_ != right.kind_)
        return false;
    switch (left.kind_) {
        case ObjectKind::null:
            return true;
        case ObjectKind::string:
        case ObjectKind::name:
            return left.text_ == right.text_;
        case ObjectKind::array:
            return left.items_ == right.items_;
        case ObjectKind::dictionary:
            return sameEntries(left, right);
        default:
            return left.integer_ == right.integer_ && left.generation_ == right.generation_;
    }
}

void Object::write(std::string& out) const {
    switch (kind_) {
        case ObjectKind::null:
            out += "null";
            return;
        case ObjectKind::boolean:
            out += integer_ != 0 ? "true" : "false";
            return;
        case ObjectKind::integer:
            out += std::to_string(integer_);
            return;
        case ObjectKind::real:
            out += token_;
            return;
        case ObjectKind::name:
            writeName(out, text_);
            return;
        case ObjectKind::dictionary:
            writeDictionary(out);
            return;
        case ObjectKind::reference:
            out += std::to_string(integer_) + ' ' + std::to_string(generation_) + " R";
            return;
        case ObjectKind::string:
            if (token_.empty()) {
                writeHexString(out, text_);
            } else {
                out += token_;
            }
            return;
        case ObjectKind::array:
            out += '[';
            for (std::size_t index = 0; index < items_.size(); ++index) {
                if (index > 0 && !startsWithDelimiter(items_[index]))
                    out += ' ';
                items_[index].write(out);
            }
            out += ']';
            return;
    }
}

void Object::writeDictionary(std::string& out) const {
    out += "<<";
    for (const auto& [key, value] : entries_) {
        writeName(out, key);
        if (!startsWithDelimiter(value))
            out += ' ';
        value.write(out);
    }
    out += ">>";
}

std::string Object::toString() const {
    std::string out;
    write(out);
    return out;
}

std::string utf8OfTextString(std::string_view bytes) {
    if (bytes.size() >= 2 && bytes[0] == '\xFE' && bytes[1] == '\xFF')
        return utf8OfUtf16(bytes.substr(2));
    if (bytes.size() >= 3 && bytes.substr(0, 3) == "\xEF\xBB\xBF")
        return validUtf8(bytes.substr(3));
    std::string out;
    for (const char character : bytes)
        appendUtf8(out, static_cast<unsigned char>(character));
    return out;
}

}  // namespace congvu::signing::pdf
