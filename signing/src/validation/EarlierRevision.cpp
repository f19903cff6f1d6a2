// SPDX-License-Identifier: Apache-2.0
#include "validation/EarlierRevision.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "validation/Coverage.h"

namespace congvu::signing::validation {
namespace {

/// The largest end of the signatures of this revision; 0 when it cannot be read or has none.
std::uint64_t coveredEnd(ByteView revision, const DocumentPassword& password) {
    std::uint64_t end = 0;
    try {
        const pdf::Reader reader(revision, {}, password);
        const Coverage coverage(reader);
        for (const FoundSignature& found : SignatureFinder(reader).inForm()) {
            const CoveredBytes covered = coverage.check(found);
            end = covered.isUsable() ? std::max(end, covered.end) : end;
        }
    } catch (const SigningError&) {
        return 0;  // not this one
    }
    return end;
}

}  // namespace

std::optional<std::size_t> endOfReadableSignedRevision(ByteView document, const DocumentPassword& password) {
    constexpr std::string_view kMarker = "%%EOF";
    constexpr int kMostTried = 16;
    const std::string_view all = textOf(document);
    std::size_t marker = all.rfind(kMarker);
    for (int tried = 0; tried < kMostTried && marker != std::string_view::npos; ++tried) {
        std::size_t end = marker + kMarker.size();
        end += end < all.size() && all[end] == '\r' ? 1 : 0;
        end += end < all.size() && all[end] == '\n' ? 1 : 0;
        const std::uint64_t covered = coveredEnd(document.first(end), password);
        if (covered > 0) {
            return static_cast<std::size_t>(covered);
        }
        marker = marker == 0 ? std::string_view::npos : all.rfind(kMarker, marker - 1);
    }
    return std::nullopt;
}

}  // namespace congvu::signing::validation
