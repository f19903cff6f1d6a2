// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "congvu/signing/cades/CadesValidator.h"
#include "congvu/signing/validation/Validator.h"
#include "congvu/signing/xml/EdxmlSignature.h"

namespace congvu::signing::tool {

/// Chooses the validator for each file: PDF, edXML, or a CMS signature in a file of its own.
class FileValidation {
public:
    FileValidation(const TrustStore& trust, const ValidationOptions& options, Instant at, DocumentPassword password);

    /// A PDF or an edXML file by its own signatures. A file without any, or of another kind, by FILE.p7s when that stands
    /// beside it; FILE.p7s itself stands for FILE. A file that cannot be read is a verdict.
    ValidationReport validate(const std::string& file) const;
    /// Any file by the CMS signature in `signatureFile`.
    ValidationReport validateDetached(const std::string& file, const std::string& signatureFile) const;

private:
    ValidationReport validateOwn(ByteView bytes) const;

    Validator pdf_;
    CadesValidator cades_;
    EdxmlSignature edxml_;
    Instant at_;
    DocumentPassword password_;
};

}  // namespace congvu::signing::tool
