// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/pdf/DocumentPassword.h"

namespace congvu::signing::validation {

/// For a document that cannot be read as a whole: the end of its last revision that can be read and that a signature covers.
/// Nothing when there is none. What stands behind that end was appended after signing and is broken.
std::optional<std::size_t> endOfReadableSignedRevision(ByteView document, const DocumentPassword& password);

}  // namespace congvu::signing::validation
