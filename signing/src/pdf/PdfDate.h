// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "congvu/signing/Time.h"

namespace congvu::signing::pdf {

/// Reads "D:YYYYMMDDHHmmSSOHH'mm'" (ISO 32000-2, 7.9.4); parts after the year may be missing. Nothing for other text.
std::optional<Instant> instantOfPdfDate(std::string_view text);

}  // namespace congvu::signing::pdf
