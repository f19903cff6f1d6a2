// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pdf/Form.h"
#include "pdf/Reader.h"

namespace congvu::signing::validation {

/// A signature as it stands in the final view, with where its parts are in the file.
struct FoundSignature {
    std::string field;
    pdf::ObjectNumber fieldNumber = 0;
    std::vector<pdf::ObjectNumber> widgets;
    pdf::Object dictionary;         ///< null kind when the value is no dictionary
    pdf::ObjectNumber holder = 0;   ///< object in which the dictionary stands
    std::size_t contentsStart = 0;  ///< of '<'; 0 when it could not be located
    std::size_t contentsEnd = 0;    ///< after '>'
    bool inObjectStream = false;
    std::string doubledKey;  ///< one that leaves open what is meant; empty when none does
};

/// Finds the signatures of a document in its field tree and, to see what was hidden, by looking at the raw bytes.
class SignatureFinder {
public:
    explicit SignatureFinder(const pdf::Reader& reader) : reader_(reader) {}

    /// Every field of type Sig that has a value.
    std::vector<FoundSignature> inForm() const;

    /// Signatures that the catalogue's /Perms names: a certification, which is in the form as well, and usage rights, which
    /// need not be (ISO 32000-1, 12.8.4).
    std::vector<FoundSignature> inPermissions() const;

    /// Positions of signature dictionaries in the bytes that belong to none of `known`.
    std::vector<std::size_t> outsideForm(const std::vector<FoundSignature>& known) const;

private:
    bool isAbsent(const pdf::Object& value) const;
    FoundSignature describe(const pdf::Field& field) const;
    void describeValue(FoundSignature& found, const pdf::Object& value) const;
    void locate(FoundSignature& found, const pdf::Object& value) const;

    const pdf::Reader& reader_;
};

}  // namespace congvu::signing::validation
