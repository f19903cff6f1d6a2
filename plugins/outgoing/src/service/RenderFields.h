// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/forms/Forms.h"

#include <string_view>

namespace congvu::outgoing {

/// Lays a form's values out. Wrong values end the request with pointers into the member "fields" of the request ("/fields/subject"),
/// where the values stand in every request of this plugin; an unknown form with one for "/formId".
forms::RenderedForm renderFields(forms::Forms& forms, std::string_view formId, std::string_view fieldsJson, forms::RenderPurpose purpose);

}  // namespace congvu::outgoing
