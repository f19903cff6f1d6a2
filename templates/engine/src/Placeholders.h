// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace congvu::templates {

inline constexpr const char* kNumberPlaceholder = "number";
inline constexpr const char* kDatePlaceholder = "date";
/// The name of the form's type in Vietnamese ("Quyết định").
inline constexpr const char* kTypeNamePlaceholder = "typeName";

/// A text of a layout cut at its placeholders: literal text or a name, in order.
struct TextPiece {
    std::string text;
    bool placeholder = false;
};

/// Cuts "Số: {number}/{symbol}" into its pieces. A brace without its partner is literal text.
std::vector<TextPiece> splitPlaceholders(const std::string& text);

/// The names in braces, in order.
std::vector<std::string> placeholderNames(const std::string& text);

}  // namespace congvu::templates
