// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "LoadOptions.h"

#include <cstddef>
#include <vector>

namespace congvu::bench {

/// What a load has met.
struct LoadResult {
    std::vector<double> milliseconds;  ///< of every answered request, ascending
    std::size_t failed = 0;            ///< no connection, another status than 2xx, an answer cut off or too late
    double seconds = 0;

    /// The time that `share` (0.99) of the answered requests did not exceed; 0 when nothing was answered.
    [[nodiscard]] double percentile(double share) const;
};

/// Loads a server with so many clients at once, each with one request at a time, on this thread. Throws std::system_error when the machine
/// cannot make that load.
LoadResult runLoad(const LoadOptions& options);

}  // namespace congvu::bench
