// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/Pkcs12Container.h"

using namespace congvu::signing;

/// Whatever the bytes: a key or a SigningError, in bearable time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        Pkcs12Container::open({data, size}, "pass");
    } catch (const SigningError&) {
        return 0;  // refused, as it should be
    }
    return 0;
}
