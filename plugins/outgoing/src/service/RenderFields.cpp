// SPDX-License-Identifier: Apache-2.0
#include "service/RenderFields.h"

#include <string>

namespace congvu::outgoing {

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
        }
        throw AppError::invalid(std::move(fields));
    }
}

}  // namespace congvu::outgoing
