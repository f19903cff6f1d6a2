// SPDX-License-Identifier: Apache-2.0
#include "pades/SignatureIncrement.h"

#include <algorithm>

#include "crypto/OpenSsl.h"

namespace congvu::signing::pades {
namespace {

/// ISO 32000-2, 12.8.1: everything but the string of /Contents.
void writeByteRange(SignatureIncrement& increment, std::size_t originalLength, std::size_t offset, std::size_t room) {
    const std::size_t gapStart = originalLength + increment.holeOffset;
    const std::size_t gapEnd = gapStart + increment.holeLength;
    const std::size_t total = originalLength + increment.bytes.size();
    const std::string text = "[0 " + std::to_string(gapStart) + ' ' + std::to_string(gapEnd) + ' ' + std::to_string(total - gapEnd) + ']';
    if (text.size() > room) {
        throw SigningError(ErrorCode::limitExceeded, "the file is too large for its ByteRange");
    }
    std::copy(text.begin(), text.end(), increment.bytes.begin() + static_cast<std::ptrdiff_t>(offset));
}

}  // namespace

SignatureIncrement SignatureIncrement::finish(pdf::IncrementalWriter& writer, pdf::ObjectNumber number,
                                              const SignatureDictionary& dictionary, std::string fieldName) {
    SignatureIncrement increment;
    const std::size_t position = writer.putText(number, dictionary.text);
    increment.holeOffset = position + dictionary.holeOffset;
    increment.holeLength = dictionary.holeLength;
    increment.fieldName = std::move(fieldName);
    increment.bytes = writer.finish();
    writeByteRange(increment, writer.originalLength(), position + dictionary.byteRangeOffset, dictionary.byteRangeRoom);
    return increment;
}

Bytes SignatureIncrement::digest(std::string_view algorithm, ByteView document) const {
    const ByteView all(bytes);
    return crypto::digest(algorithm, document, all.first(holeOffset), all.subspan(holeOffset + holeLength));
}

void fillHole(Bytes& increment, std::size_t holeOffset, ByteView contents) {
    const std::string hex = crypto::toUpperHex(contents);
    const ByteView digits = viewOf(hex);
    std::copy(digits.begin(), digits.end(), increment.begin() + static_cast<std::ptrdiff_t>(holeOffset) + 1);
}

}  // namespace congvu::signing::pades
