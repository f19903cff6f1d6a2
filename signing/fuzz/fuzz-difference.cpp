// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "congvu/signing/SigningError.h"
#include "validation/AddedBytes.h"
#include "validation/Difference.h"

using namespace congvu::signing;

namespace {

/// Where a revision may end: after each %%EOF but the last.
std::size_t endOfEarlierRevision(ByteView bytes) {
    const std::string_view all = textOf(bytes);
    const std::size_t last = all.rfind("%%EOF");
    const std::size_t before = last == std::string_view::npos || last == 0 ? last : all.rfind("%%EOF", last - 1);
    return before == std::string_view::npos ? 0 : before + 5;
}

}  // namespace

/// The last revision of whatever bytes against the one before it: a list of changes or a SigningError.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    const std::size_t end = endOfEarlierRevision(bytes);
    if (end == 0) {
        return 0;
    }
    try {
        const pdf::Reader earlier(bytes.first(end));
        const pdf::Reader later(bytes);
        validation::Difference(earlier, later).compare().isLawful();
        validation::AddedBytes(later, end).faults();
    } catch (const SigningError&) {
        return 0;  // refused, as it should be
    }
    return 0;
}
