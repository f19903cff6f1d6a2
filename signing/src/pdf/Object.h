// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::signing::pdf {

/// Number of an indirect object.
using ObjectNumber = std::uint32_t;

enum class ObjectKind : std::uint8_t { null, boolean, integer, real, string, name, array, dictionary, reference };

/// A PDF value (ISO 32000-2, 7.3) other than a stream. Numbers and strings remember how they were written, so that a
/// copied dictionary is written as it stood.
class Object {
public:
    using Entry = std::pair<std::string, Object>;

    Object() = default;
    static Object boolean(bool value);
    static Object integer(std::int64_t value);
    /// Written with at most four decimals.
    static Object real(double value);
    /// A number as it stood in the file.
    static Object realToken(std::string token);
    static Object name(std::string value);
    /// A byte string, written in hexadecimal.
    static Object bytes(std::string value);
    /// A text string: ASCII as it is, everything else as UTF-16BE (ISO 32000-2, 7.9.2.2).
    static Object text(std::string_view utf8);
    /// A string as it stood in the file; `token` holds the delimiters.
    static Object stringToken(std::string value, std::string token);
    static Object array(std::vector<Object> items = {});
    static Object dictionary(std::vector<Entry> entries = {});
    static Object reference(ObjectNumber number, std::uint32_t generation = 0);

    ObjectKind kind() const { return kind_; }
    bool isNull() const { return kind_ == ObjectKind::null; }
    bool isInteger() const { return kind_ == ObjectKind::integer; }
    bool isNumber() const { return kind_ == ObjectKind::integer || kind_ == ObjectKind::real; }
    bool isString() const { return kind_ == ObjectKind::string; }
    bool isName() const { return kind_ == ObjectKind::name; }
    bool isName(std::string_view value) const { return kind_ == ObjectKind::name && text_ == value; }
    bool isArray() const { return kind_ == ObjectKind::array; }
    bool isDictionary() const { return kind_ == ObjectKind::dictionary; }
    bool isReference() const { return kind_ == ObjectKind::reference; }
    bool isTrue() const { return kind_ == ObjectKind::boolean && integer_ != 0; }

    /// The integer, or 0 for anything else.
    std::int64_t integerValue() const { return kind_ == ObjectKind::integer ? integer_ : 0; }
    double numberValue() const;
    /// Bytes of a string, or the decoded name.
    const std::string& stringValue() const { return text_; }
    /// The string or name as it was written, with delimiters; empty for values that were made here.
    const std::string& token() const { return token_; }

    ObjectNumber number() const { return static_cast<ObjectNumber>(integer_); }
    std::uint32_t generation() const { return generation_; }

    const std::vector<Object>& items() const { return items_; }
    std::vector<Object>& items() { return items_; }
    const std::vector<Entry>& entries() const { return entries_; }
    std::vector<Entry>& entries() { return entries_; }

    /// Value of a dictionary key; a null object when absent or not a dictionary. Of doubled keys the first counts.
    const Object& get(std::string_view key) const;
    bool has(std::string_view key) const { return find(key) != nullptr; }
    const Object* find(std::string_view key) const;
    void set(std::string_view key, Object value);
    void erase(std::string_view key);

    /// Same meaning: names and strings by value, numbers by value, dictionaries in any order of keys.
    friend bool operator==(const Object& left, const Object& right);

    /// Appends the PDF syntax of this value.
    void write(std::string& out) const;
    std::string toString() const;

private:
    void writeDictionary(std::string& out) const;

    ObjectKind kind_ = ObjectKind::null;
    std::uint32_t generation_ = 0;
    std::int64_t integer_ = 0;
    std::string text_;
    std::string token_;
    std::vector<Object> items_;
    std::vector<Entry> entries_;
};

/// UTF-8 of a PDF text string (UTF-16BE, UTF-8 with mark, or PDFDocEncoding taken as Latin-1).
std::string utf8OfTextString(std::string_view bytes);

}  // namespace congvu::signing::pdf
