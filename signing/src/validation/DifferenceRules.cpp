// SPDX-License-Identifier: Apache-2.0
#include "validation/DifferenceRules.h"

#include <algorithm>
#include <array>
#include <span>

namespace congvu::signing::validation {
namespace {

constexpr KeyRule kCatalog[] = {
    {"DSS", "validation-data-added", true},  {"Extensions", "extensions-changed", true},
    {"Version", "extensions-changed", true}, {"Metadata", "metadata-changed", true},
    {"PieceInfo", "metadata-changed", true}, {"StructTreeRoot", "structure-changed", true},
    {"MarkInfo", "structure-changed", true}, {"Perms", "permissions-changed", false},
    {"OpenAction", "action-changed", false}, {"AA", "action-changed", false},
    {"Names", "action-changed", false},      {"OCProperties", "layers-changed", false},
    {"Pages", "pages-changed", false},       {"", "catalog-changed", false},
};

constexpr KeyRule kPage[] = {
    {"Contents", "page-content-changed", false},
    {"Resources", "page-resources-changed", false},
    {"Group", "page-content-changed", false},
    {"MediaBox", "page-geometry-changed", false},
    {"CropBox", "page-geometry-changed", false},
    {"BleedBox", "page-geometry-changed", false},
    {"TrimBox", "page-geometry-changed", false},
    {"ArtBox", "page-geometry-changed", false},
    {"Rotate", "page-geometry-changed", false},
    {"UserUnit", "page-geometry-changed", false},
    {"AA", "action-changed", false},
    {"StructParents", "structure-changed", true},
    {"Tabs", "structure-changed", true},
    {"Metadata", "metadata-changed", true},
    {"LastModified", "metadata-changed", true},
    {"PieceInfo", "metadata-changed", true},
    {"", "page-changed", false},
};

constexpr KeyRule kForm[] = {
    {"NeedAppearances", "form-settings-added", true},
    {"", "form-changed", false},
};

constexpr std::array<std::string_view, 14> kWithValue{"V",  "AP", "AS", "RV", "DS",           "I",   "TI", "M",
                                                      "DA", "Q",  "P",  "NM", "StructParent", "Type"};
constexpr std::array<std::string_view, 10> kWithSignature{"V", "AP", "AS", "M", "MK", "DA", "P", "Type", "NM", "StructParent"};

const KeyRule& lookUp(std::span<const KeyRule> rules, std::string_view key) {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const KeyRule& rule) { return rule.key == key; });
    return found == rules.end() ? rules.back() : *found;
}

}  // namespace

const KeyRule& catalogRule(std::string_view key) {
    return lookUp(kCatalog, key);
}

const KeyRule& pageRule(std::string_view key) {
    return lookUp(kPage, key);
}

bool isInheritable(std::string_view key) {
    return key == "Resources" || key == "MediaBox" || key == "CropBox" || key == "Rotate";
}

bool isPainted(std::string_view key) {
    return key == "Contents" || key == "Resources" || key == "Group" || key == "Thumb";
}

const KeyRule& formRule(std::string_view key) {
    return lookUp(kForm, key);
}

bool mayChangeWithValue(std::string_view key) {
    return std::find(kWithValue.begin(), kWithValue.end(), key) != kWithValue.end();
}

bool mayChangeWithSignature(std::string_view key) {
    return std::find(kWithSignature.begin(), kWithSignature.end(), key) != kWithSignature.end();
}

}  // namespace congvu::signing::validation
