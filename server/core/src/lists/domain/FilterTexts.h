// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/StringMap.h"

#include "congvu/json/Description.h"

#include <string>
#include <string_view>

namespace congvu::core {

/// The parameters of a stored filter by their names.
using FilterTexts = StringMap<std::string>;

/// Reads a JSON object of texts: at most 40 of at most 500 bytes, 4,000 bytes in all. AppError invalid "core.bad-filter" with the pointer
/// for anything else.
FilterTexts filterTextsOf(const json::RawJson& filter, std::string_view pointer);

}  // namespace congvu::core
