// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"

#include <string>

namespace congvu::host {

/// IMF-fixdate of RFC 9110 §5.6.7: "Sun, 22 Nov 2026 14:03:05 GMT".
std::string httpDate(Timestamp at);

}  // namespace congvu::host
