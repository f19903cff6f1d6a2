// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "pdf/CrossReference.h"
#include "pdf/Limits.h"

namespace congvu::signing::pdf {

/// What a file holds when its cross-reference cannot be used: the objects that stand in its bytes.
struct ObjectScan {
    /// The last object of each number, ordered by number; members of object streams are not among them.
    std::vector<CrossReferenceEntry> entries;
    /// In the order of the file.
    std::vector<ObjectNumber> objectStreams;
    /// The last one with a /Root, or one that names the last catalogue; a null object when there is neither.
    Object trailer;
    /// First byte of a stream's data → the byte after the last, by the next "endstream".
    std::unordered_map<std::size_t, std::size_t> streamEnds;
};

/// Looks through the whole file once. What stands in the data of streams is not looked at. Throws
/// SigningError(limitExceeded) when that takes too much.
ObjectScan scanObjects(ByteView file, const Limits& limits);

}  // namespace congvu::signing::pdf
