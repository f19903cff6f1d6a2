// SPDX-License-Identifier: Apache-2.0
#include "congvu/templates/FormDefinition.h"

#include <algorithm>

namespace congvu::templates {

const char* fieldKindName(FieldKind kind) noexcept {
    switch (kind) {
        case FieldKind::text:
            return "text";
        case FieldKind::multiline:
            return "multiline";
        case FieldKind::richText:
            return "richtext";
        case FieldKind::date:
            return "date";
        case FieldKind::list:
            return "list";
        case FieldKind::person:
            return "person";
        case FieldKind::appendices:
            return "appendices";
    }
    return "";
}

const FormField* FormDefinition::field(const std::string& key) const noexcept {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const FormField& field) { return field.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace congvu::templates
