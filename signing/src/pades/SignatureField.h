// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "congvu/signing/pades/SignatureRequest.h"
#include "pades/DocumentEdit.h"
#include "pdf/Form.h"
#include "pdf/PageTree.h"
#include "pdf/Restrictions.h"

namespace congvu::signing::pades {

/// The field that a signature goes into: an existing one or a new one (ISO 32000-2, 12.7.5.5).
class SignatureField {
public:
    SignatureField(DocumentEdit& edit, const pdf::Form& form, const pdf::Restrictions& restrictions)
        : edit_(edit), form_(form), restrictions_(restrictions) {}

    /// Puts /V and the appearance in place; gives the field's name. Throws SigningError: fieldNotFound,
    /// fieldAlreadySigned, changeNotPermitted, pageNotFound, invalidArgument.
    std::string place(const SignatureRequest& request, pdf::ObjectNumber signature);

    /// The /Lock of the field that was placed, resolved; null when it has none.
    const pdf::Object& lock() const { return lock_; }

private:
    void useExisting(const pdf::Field& field, const SignatureRequest& request, pdf::ObjectNumber signature);
    void dressWidget(pdf::ObjectNumber widget, const SignatureRequest& request);
    std::string addNew(const SignatureRequest& request, pdf::ObjectNumber signature);
    void addToPage(pdf::ObjectNumber page, pdf::ObjectNumber widget);
    void addToForm(pdf::ObjectNumber field);
    std::string freeName() const;
    int rotationOfPageWith(pdf::ObjectNumber widget) const;

    DocumentEdit& edit_;
    const pdf::Form& form_;
    const pdf::Restrictions& restrictions_;
    pdf::Object lock_;
};

}  // namespace congvu::signing::pades
