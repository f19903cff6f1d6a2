// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// What a form's values say, paragraph by paragraph in the order of the form's fields, for comparing two versions: lists one item a
/// paragraph, persons one line a paragraph, the marks of bold and italic left out. Fields that the form does not have come last.
std::vector<std::string> paragraphsOfFields(std::string_view formJson, std::string_view fieldsJson);

/// The lines of a text without blank ones.
std::vector<std::string> paragraphsOfText(std::string_view text);

}  // namespace congvu::outgoing
