// SPDX-License-Identifier: Apache-2.0
#include "Nfc.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <stdexcept>

namespace congvu::templates {

std::string toNfc(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed, static_cast<std::int32_t>(text.size()));
    if (U_SUCCESS(status)) {
        normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
    }
    if (U_FAILURE(status)) {
        throw std::runtime_error(std::string("The text could not be normalized: ") + u_errorName(status));
    }
    return composed;
}

}  // namespace congvu::templates
