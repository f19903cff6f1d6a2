// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "pades/SignatureDictionary.h"
#include "pdf/IncrementalWriter.h"

namespace congvu::signing::pades {

/// An increment with a signature or document time-stamp whose /Contents is still a hole. ByteRange is in place.
struct SignatureIncrement {
    Bytes bytes;
    std::size_t holeOffset = 0;  ///< of '<' of /Contents
    std::size_t holeLength = 0;  ///< '<' and '>' included
    std::string fieldName;

    /// Writes the dictionary as object `number` and ends the increment. Throws SigningError(limitExceeded) for files that
    /// are too large.
    static SignatureIncrement finish(pdf::IncrementalWriter& writer, pdf::ObjectNumber number, const SignatureDictionary& dictionary,
                                     std::string fieldName);

    /// Digest over the ByteRange (ISO 32000-2, 12.8.1): everything but the hole.
    Bytes digest(std::string_view algorithm, ByteView document) const;
};

/// Puts `contents` in hexadecimal into a hole that is large enough.
void fillHole(Bytes& increment, std::size_t holeOffset, ByteView contents);

}  // namespace congvu::signing::pades
