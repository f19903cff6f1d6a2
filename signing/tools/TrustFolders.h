// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "congvu/signing/trust/TrustStore.h"

namespace congvu::signing::tool {

/// The roots and other certificates of all the folders.
TrustStore trustIn(const std::vector<std::string>& folders);

}  // namespace congvu::signing::tool
