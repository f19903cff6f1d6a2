// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace congvu::outgoing {

/// The text member of a form's values, empty when there is none.
std::string textMember(std::string_view fieldsJson, std::string_view name);
/// The same values with one member replaced or added; \p valueJson is JSON.
std::string withMember(std::string_view fieldsJson, std::string_view name, std::string_view valueJson);
/// True when the form has a field of that key; \p formJson is the form as forms::Forms gives it.
bool hasField(std::string_view formJson, std::string_view key);
/// The values without the members that the form does not have; \p formJson is the form as forms::Forms gives it.
std::string onlyFieldsOf(std::string_view formJson, std::string_view fieldsJson);
/// True when \p fieldsJson is a JSON object, as the values of a form are.
bool isObject(std::string_view fieldsJson);
/// The agency's name as a letterhead has it: "Uỷ ban nhân dân" (or council) on the first line, the place on the second.
std::string letterheadName(std::string_view agencyName);
/// The form's word for an urgency: "", "khan", "thuong-khan", "hoa-toc" (Decree 30/2020, App. I, II.8).
std::string_view urgencyOption(std::string_view urgency);

}  // namespace congvu::outgoing
