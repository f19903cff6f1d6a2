// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "congvu/signing/SigningError.h"
#include "pdf/Form.h"
#include "pdf/PageTree.h"

using namespace congvu::signing;

/// Whatever the bytes: a result or a SigningError, within the limits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const pdf::Reader reader({data, size});
        pdf::PageTree(reader).all();
        const pdf::Form form(reader);
        for (const auto& entry : reader.entries()) {
            reader.object(entry.number).toString();
        }
    } catch (const SigningError&) {
        return 0;  // refused, as it should be
    }
    return 0;
}
