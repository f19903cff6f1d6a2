// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "congvu/signing/Certificate.h"
#include "congvu/signing/pades/SignatureRequest.h"
#include "pdf/IncrementalWriter.h"

namespace congvu::signing::pades {

/// The text of a signature dictionary (ISO 32000-2, table 255) with room for ByteRange and Contents.
struct SignatureDictionary {
    std::string text;
    std::size_t byteRangeOffset = 0;  ///< of the room for the array
    std::size_t byteRangeRoom = 0;
    std::size_t holeOffset = 0;  ///< of '<' of /Contents
    std::size_t holeLength = 0;  ///< '<' and '>' included

    /// `lock`: the field's Lock dictionary, or null. `number`: of the object that the writer will give it.
    static SignatureDictionary make(const SignatureRequest& request, const Certificate& signer, const pdf::Object& lock,
                                    const pdf::IncrementalWriter& writer, pdf::ObjectNumber number);

    /// A document time-stamp (ISO 32000-2, 12.8.5; EN 319 142-1, 5.4.3).
    static SignatureDictionary makeTimeStamp(std::size_t reservedBytes);
};

}  // namespace congvu::signing::pades
