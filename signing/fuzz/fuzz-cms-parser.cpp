// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "cms/Parser.h"
#include "congvu/signing/SigningError.h"
#include "tsp/TimeStampToken.h"

using namespace congvu::signing;

/// Whatever the bytes: a result or a SigningError.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    try {
        const cms::Parser parser(bytes);
        parser.verifies(Bytes(32, 0));
        parser.algorithmName();
        tsp::TimeStampToken::parse(bytes);
    } catch (const SigningError&) {
        return 0;  // refused, as it should be
    }
    return 0;
}
