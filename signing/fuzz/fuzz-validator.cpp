// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "congvu/signing/validation/Validator.h"

using namespace congvu::signing;

/// The whole way: a report for every input, never an exception.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Validator validator{TrustStore{}};
    validator.validate({data, size}, fromIso8601("2026-03-05")).toJson("fuzz");
    return 0;
}
