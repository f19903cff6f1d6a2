// SPDX-License-Identifier: Apache-2.0
#include "service/RenderFields.h"

#include <algorithm>
#include <array>
#include <string>

namespace congvu::outgoing {

namespace {

/// Codes of the forms that mean the same as everywhere; all others have texts of their own in this plugin's catalogue.
constexpr std::array<std::string_view, 3> kSharedCodes{"required", "wrong-type", "unknown-field"};

std::string messageIdOf(const std::string& code) {
    const bool isShared = std::ranges::find(kSharedCodes, code) != kSharedCodes.end();
    return isShared ? code : "outgoing.field." + code;
}

}  // namespace

forms::RenderedForm renderFields(forms::Forms& forms, std::string_view formId, std::string_view fieldsJson, forms::RenderPurpose purpose) {
    try {
        return forms.render(formId, fieldsJson, purpose);
    } catch (const AppError& refused) {
        if (refused.kind() == ErrorKind::notFound) {
            throw AppError::invalidField("/formId", "outgoing.unknown-form", {{"form", std::string{formId}}});
        }
        if (refused.kind() != ErrorKind::invalid) {
            throw;
        }
        auto fields = refused.fields();
        for (auto& field : fields) {
            field.pointer.insert(0, "/fields");
            field.code = messageIdOf(field.code);
        }
        throw AppError::invalid(std::move(fields));
    }
}

}  // namespace congvu::outgoing
