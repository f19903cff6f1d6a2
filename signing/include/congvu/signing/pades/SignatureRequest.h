// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "congvu/signing/Time.h"
#include "congvu/signing/pades/Appearance.h"
#include "congvu/signing/pades/FieldFill.h"
#include "congvu/signing/pdf/DocumentPassword.h"
#include "congvu/signing/pdf/Rectangle.h"

namespace congvu::signing {

/// What a certification signature still permits (ISO 32000-2, table 257).
enum class Certification { none = 0, noChanges = 1, formFilling = 2, annotations = 3 };

/// What a signature locks once it is there (ISO 32000-2, 12.7.5.5 and table 236): later changes of these fields break it.
struct FieldLocking {
    enum class Fields { all, onlyNamed, allButNamed };
    Fields fields = Fields::all;
    std::vector<std::string> names;  ///< fully qualified, UTF-8; needed for the last two
    /// What the whole document permits from then on; never more than an earlier certification.
    Certification permission = Certification::none;
};

/// Page and place of a new visible signature.
struct Placement {
    std::size_t page = 1;  ///< counted from 1
    Rectangle rectangle;
};

/// One signature to be put into a document.
struct SignatureRequest {
    /// Name of an existing signature field, or of the new one. Empty: a free name is made up.
    std::string fieldName;
    /// Where a new visible field goes. Ignored when `fieldName` exists: then the field's own rectangle is used.
    std::optional<Placement> placement;
    /// Absent: an invisible signature.
    std::shared_ptr<const Appearance> appearance;
    /// Text fields that are filled in the same increment.
    std::vector<FieldFill> fills;
    /// The first signature of a document may certify it: what then may still be changed.
    Certification certification = Certification::none;
    /// Lock of a new field. The Lock of an existing field is honoured without being asked for, and cannot be changed.
    std::optional<FieldLocking> lock;
    std::string reason;      ///< UTF-8, optional
    std::string location;    ///< UTF-8, optional
    std::string signerName;  ///< UTF-8; empty: the certificate's common name
    /// Claimed signing time (/M). Also the time at which the certificate must be valid.
    Instant signingTime{};
    /// Bytes kept for the CMS. 16 KiB holds chain and time-stamp.
    std::size_t reservedBytes = 16 * 1024;
    DocumentPassword documentPassword;  ///< of an encrypted document
};

}  // namespace congvu::signing
