// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "congvu/signing/pdf/DocumentPassword.h"

namespace congvu::signing::pdf {

/// The byte strings that a password may stand for, the one of the standard first; what programs also write follows. Each
/// is in locked memory and cut to the longest length that counts.
/// Revisions 2 to 4: PDFDocEncoding, 32 bytes (ISO 32000-2, 7.6.4.3.2). Revisions 5 and 6: UTF-8 after SASLprep (RFC 4013),
/// 127 bytes (7.6.4.3.3). Last in both: UTF-8 as it was given.
std::vector<SecretText> passwordBytes(std::string_view utf8, int revision);

}  // namespace congvu::signing::pdf
