// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "congvu/signing/validation/Report.h"
#include "validation/Difference.h"

namespace congvu::signing::validation {

/// A signed revision against what follows it.
struct ComparedRevisions {
    DifferenceResult difference;
    std::vector<Finding> findings;  ///< about the file as a whole
    bool isUnchanged = false;       ///< nothing but white space and comments follows
    bool isRecovered = false;       ///< the signed revision could only be read by looking for its objects
};

/// White space and comments, which mean nothing between the parts of a file (ISO 32000-2, 7.2.4).
bool isOnlyFiller(ByteView bytes, const pdf::Limits& limits);

/// Compares the document up to `earlierEnd` with the one up to `laterEnd`: whether the later one is built on the earlier
/// one, what it changed, and what it brought that belongs to no PDF. What cannot be read is a forbidden change.
ComparedRevisions compareRevisions(const pdf::Reader& document, std::size_t earlierEnd, std::size_t laterEnd);

}  // namespace congvu::signing::validation
