// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "pdf/Reader.h"

namespace congvu::signing::pdf {

/// Flags of /Ff (ISO 32000-2, tables 227 and 231).
inline constexpr std::int64_t kFieldReadOnly = 1;
inline constexpr std::int64_t kFieldMultiline = 1 << 12;
inline constexpr std::int64_t kFieldPassword = 1 << 13;

/// A terminal field of the form with what it inherits (ISO 32000-2, 12.7.4).
struct Field {
    std::string name;                     ///< fully qualified, UTF-8
    ObjectNumber number = 0;              ///< the field's own object
    std::vector<ObjectNumber> widgets;    ///< the field itself when field and widget are merged
    std::vector<ObjectNumber> ancestors;  ///< inner field nodes above it
    std::string type;                     ///< "Sig", "Tx", "Btn", "Ch" or empty
    std::int64_t flags = 0;
    std::int64_t alignment = 0;      ///< /Q
    std::int64_t largestLength = 0;  ///< /MaxLen, 0 when absent
    std::string defaultAppearance;   ///< /DA
    Object value;                    ///< /V, unresolved

    bool isReadOnly() const { return (flags & kFieldReadOnly) != 0; }
};

/// The interactive form of a document.
class Form {
public:
    /// Reads the whole field tree; an absent form has no fields. What is listed and cannot be read is left out.
    explicit Form(const Reader& reader);

    const std::vector<Field>& fields() const& { return fields_; }
    const std::vector<Field>& fields() const&& = delete;
    const Field* find(const std::string& name) const;
    bool exists() const { return exists_; }

private:
    const Object& nodeOf(const Object& node) const;
    void walk(const Object& node, Field inherited, std::size_t depth);
    void takeInherited(const Object& dictionary, Field& field) const;
    void addTerminal(const Object& dictionary, Field field);

    const Reader& reader_;
    bool exists_ = false;
    std::vector<Field> fields_;
    std::size_t visited_ = 0;
    std::unordered_set<ObjectNumber> listed_;
};

}  // namespace congvu::signing::pdf
