// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "congvu/signing/pades/FieldFill.h"
#include "pades/DocumentEdit.h"
#include "pdf/FontNative.h"
#include "pdf/Form.h"
#include "pdf/Restrictions.h"

namespace congvu::signing::pades {

/// Writes texts into existing text fields with their appearance (ISO 32000-2, 12.7.4.3). Page contents are never touched.
class FieldFiller {
public:
    FieldFiller(DocumentEdit& edit, const pdf::Form& form, const pdf::Restrictions& restrictions)
        : edit_(edit), form_(form), restrictions_(restrictions) {}

    /// Throws SigningError: fieldNotFound, fieldReadOnly, changeNotPermitted, invalidArgument.
    void fill(const std::vector<FieldFill>& fills);

private:
    struct EmbeddedFont {
        std::shared_ptr<const pdf::FontSubset> subset;
        pdf::ObjectNumber number = 0;
    };

    const pdf::Field& fillableField(const FieldFill& fill) const;
    void embedFonts(const std::vector<FieldFill>& fills);
    void fillField(const pdf::Field& field, const FieldFill& fill);
    pdf::ObjectNumber writeAppearance(const pdf::Field& field, const pdf::Object& widget, const FieldFill& fill);

    DocumentEdit& edit_;
    const pdf::Form& form_;
    const pdf::Restrictions& restrictions_;
    std::map<const Font*, EmbeddedFont> fonts_;
};

}  // namespace congvu::signing::pades
