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

    /// Adds an invisible field for a document time-stamp; gives its name. No certification and no lock forbids that
    /// (ISO 32000-2, 12.8.2.2.2: validation data and document time-stamps are no changes of the document).
    std::string placeTimeStamp(pdf::ObjectNumber timeStamp);

    /// The /Lock of the field that was placed, its entries resolved; null when it has none.
    const pdf::Object& lock() const { return lock_; }

private:
    void useExisting(const pdf::Field& field, const SignatureRequest& request, pdf::ObjectNumber signature);
    void dressWidget(pdf::ObjectNumber widget, const SignatureRequest& request);
    std::string addNew(const SignatureRequest& request, pdf::ObjectNumber signature);
    void addToPage(pdf::ObjectNumber page, pdf::ObjectNumber widget);
    void addToForm(pdf::ObjectNumber field);
    std::string freeName(const char* stem) const;
    void markForm();
    void addWidget(const pdf::Page& page, pdf::ObjectNumber widget, pdf::Object dictionary);
    pdf::ObjectNumber writeLock(const FieldLocking& locking);
    pdf::Object widgetDictionary(const std::string& name, pdf::ObjectNumber page, pdf::ObjectNumber signature) const;
    int rotationOfPageWith(pdf::ObjectNumber widget) const;

    DocumentEdit& edit_;
    const pdf::Form& form_;
    const pdf::Restrictions& restrictions_;
    pdf::Object lock_;
};

}  // namespace congvu::signing::pades
