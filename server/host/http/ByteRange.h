// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace congvu::host {

enum class RangeKind { whole, single, unsatisfiable };

struct RangeOutcome {
    RangeKind kind = RangeKind::whole;
    std::int64_t first = 0;  ///< only for single
    std::int64_t last = 0;   ///< inclusive
};

/// Reads a Range header (RFC 9110 §14.2) for a file of that size. Several ranges and anything that cannot be read are answered with the
/// whole file, as the RFC allows.
RangeOutcome parseRange(std::string_view header, std::int64_t sizeBytes);

}  // namespace congvu::host
