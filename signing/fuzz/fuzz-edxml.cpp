// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "congvu/signing/xml/EdxmlSignature.h"

using namespace congvu::signing;

/// A report for every input, never an exception.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const EdxmlSignature validator{TrustStore{}};
    const ValidationReport report = validator.validate({data, size}, fromIso8601("2026-03-05"));
    report.toJson("fuzz");
    if (!report.signatures.empty()) {
        report.toXml();
    }
    return 0;
}
