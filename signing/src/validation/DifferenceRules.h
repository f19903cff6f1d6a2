// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace congvu::signing::validation {

/// What a changed key of a dictionary means.
struct KeyRule {
    std::string_view key;
    std::string_view kind;  ///< of the change that is reported
    bool allowed;
};

/// Keys of the catalogue (ISO 32000-2, table 29). /AcroForm is compared by its own rules.
const KeyRule& catalogRule(std::string_view key);
/// Keys of a page (table 31). /Annots is compared by its own rules.
const KeyRule& pageRule(std::string_view key);
/// Keys that a page takes from the nodes above it when it has none itself.
bool isInheritable(std::string_view key);
/// Keys of a page that say what is painted.
bool isPainted(std::string_view key);
/// Keys of the form (table 224). /Fields, /SigFlags and /DR are compared by their own rules.
const KeyRule& formRule(std::string_view key);
/// Keys of a field that gets a new value (tables 226, 166 and 191): what may change together with /V.
bool mayChangeWithValue(std::string_view key);
/// Keys of a signature field that is being signed.
bool mayChangeWithSignature(std::string_view key);

}  // namespace congvu::signing::validation
