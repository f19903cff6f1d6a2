// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Direction.h"

#include "congvu/error/AppError.h"
#include "congvu/time/Date.h"

#include <vector>

namespace congvu::incoming {

/// Everything that is wrong with a direction by its own words: exactly one lead (Decree 30/2020, Art. 24: "đơn vị chủ trì"), each unit or
/// post once, one of the two named in each line, no deadline before `today`. Pointers point into the request body.
std::vector<FieldError> checkDirection(const NewDirection& direction, Date today);

}  // namespace congvu::incoming
