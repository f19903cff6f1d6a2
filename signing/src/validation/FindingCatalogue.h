// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "congvu/signing/validation/Report.h"

namespace congvu::signing::validation {

/// The finding with this code, in both languages. `detail` is appended in brackets. Every code stands in one table.
Finding makeFinding(std::string_view code, std::string_view detail = {});

/// The change of this kind, in both languages.
Change makeChange(std::string_view kind, bool allowed, std::string object);

}  // namespace congvu::signing::validation
