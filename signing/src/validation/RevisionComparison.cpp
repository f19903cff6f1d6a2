// SPDX-License-Identifier: Apache-2.0
#include "validation/RevisionComparison.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "pdf/Lexer.h"
#include "validation/AddedBytes.h"
#include "validation/FindingCatalogue.h"

namespace congvu::signing::validation {
namespace {

/// The later view must be built on the earlier one: its chain of sections passes through the earlier last section.
bool isBuiltOn(const pdf::Reader& later, const pdf::Reader& earlier) {
    return std::any_of(later.sections().begin(), later.sections().end(),
                       [&](const auto& section) { return section.position == earlier.startCrossReference(); });
}

/// The signed revision; one that is broken was signed as it is, and is read as well as it can be.
pdf::Reader signedRevision(ByteView bytes, const pdf::Reader& document, bool& isRecovered) {
    try {
        return pdf::Reader(bytes, document);
    } catch (const SigningError& error) {
        if (document.isRecovered() || error.code() != ErrorCode::malformedPdf) {
            throw;
        }
    }
    isRecovered = true;
    return pdf::Reader(bytes, document, pdf::Reading::recovering);
}

}  // namespace

bool isOnlyFiller(ByteView bytes, const pdf::Limits& limits) {
    pdf::Lexer lexer(bytes, 0, limits);
    lexer.skipWhiteSpace();
    return lexer.atEnd();
}

ComparedRevisions compareRevisions(const pdf::Reader& document, std::size_t earlierEnd, std::size_t laterEnd) {
    const ByteView earlier = document.file().first(earlierEnd);
    const ByteView later = document.file().first(laterEnd);
    if (isOnlyFiller(later.subspan(earlierEnd), document.limits())) {
        return {{}, {}, true, false};
    }
    ComparedRevisions out;
    try {
        const pdf::Reader after(later, document);
        const pdf::Reader before = signedRevision(earlier, document, out.isRecovered);
        // Without cross-references there is no chain either: then the objects in the bytes are all there is.
        const bool hasChain = !document.isRecovered() && !out.isRecovered;
        if (hasChain && after.startCrossReference() + after.headerOffset() < earlierEnd) {
            out.difference.changes.push_back(makeChange("trailer-changed", false, "startxref"));
            out.findings.push_back(makeFinding("data-after-end"));
            return out;
        }
        if (hasChain && !isBuiltOn(after, before)) {
            out.findings.push_back(makeFinding("revision-chain-cut"));
        }
        out.difference = Difference(before, after).compare();
        for (AddedBytes::Fault& fault : AddedBytes(after, earlierEnd).faults()) {
            out.difference.changes.push_back(makeChange(fault.kind, false, std::move(fault.object)));
        }
    } catch (const SigningError& error) {
        out.difference.changes.push_back(makeChange("object-changed", false, error.what()));
    }
    return out;
}

}  // namespace congvu::signing::validation
