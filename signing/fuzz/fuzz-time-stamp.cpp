// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "congvu/signing/SigningError.h"
#include "tsp/TimeStampToken.h"

using namespace congvu::signing;

/// Whatever the bytes: a token or a SigningError.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const auto token = tsp::TimeStampToken::parse({data, size});
        toIso8601(token.time);
    } catch (const SigningError&) {
        return 0;  // refused, as it should be
    }
    return 0;
}
