// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DeskRequest.h"

#include <optional>
#include <string>
#include <string_view>

namespace congvu::signingdesk {

/// The text that the column placement_json or place_json holds.
std::string storedPlace(const std::optional<Place>& place);
std::optional<Place> placeFrom(std::string_view stored);

}  // namespace congvu::signingdesk
