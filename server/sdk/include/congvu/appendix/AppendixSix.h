// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace congvu::appendix {

/// A field of Decree 30/2020, Appendix VI, part II, with its English name, type and length.
struct AppendixField {
    std::string_view path;  ///< "FileCode/OrganId"
    enum class Type { string, number, date, longText } type;
    std::size_t length;  ///< characters or digits; 0 for LongText
};

/// Part II.I (văn bản đi), II.II (văn bản đến) and II.III (hồ sơ), in the order of the Appendix.
std::span<const AppendixField> outgoingFields();
std::span<const AppendixField> incomingFields();
std::span<const AppendixField> dossierFields();

/// A value as the field takes it. What is too long is cut (text) or left out (a number or a code would be a wrong one), and `full` holds
/// the whole.
struct FittedValue {
    std::string value;
    std::string full;  ///< empty when it fitted
};
FittedValue fit(const AppendixField& field, std::string_view value);

}  // namespace congvu::appendix
