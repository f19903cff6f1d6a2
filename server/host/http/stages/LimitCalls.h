// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/AddressLimiter.h"
#include "http/Exchange.h"

namespace congvu::host {

/// 429 "too-many-calls" with the seconds to wait when a limited route was called too often: by the person, or from the address where the
/// route is for everyone. Without a limiter nobody is limited.
void limitCalls(const Exchange& exchange, AddressLimiter* limiter);

}  // namespace congvu::host
