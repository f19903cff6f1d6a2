// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/pdf/DocumentPassword.h"
#include "congvu/signing/pdf/Rectangle.h"

namespace congvu::signing {

enum class FormFieldKind { text, signature, other };

/// One terminal field of a document's form.
struct FormField {
    std::string name;  ///< fully qualified
    FormFieldKind kind = FormFieldKind::other;
    std::size_t page = 0;  ///< counted from 1; 0 when the field stands on no page
    Rectangle rectangle;   ///< as the reader sees it
    bool readOnly = false;
    bool signedOrFilled = false;
    std::string value;  ///< text fields only, UTF-8
};

/// A page as the reader sees it: crop box with the rotation applied, in points.
struct PageSize {
    double width = 0;
    double height = 0;
};

/// Form fields and pages of a document, for placing signatures.
struct DocumentOutline {
    std::vector<PageSize> pages;
    std::vector<FormField> fields;

    /// Throws SigningError for a document that cannot be read, encryptedPdf and wrongDocumentPassword among them.
    static DocumentOutline read(ByteView document, const DocumentPassword& password = {});

    const FormField* find(const std::string& name) const;
};

}  // namespace congvu::signing
