// SPDX-License-Identifier: Apache-2.0
#include "validation/HiddenSignatures.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"

namespace congvu::signing::validation {

void HiddenSignatures::add(const FoundSignature& found, const CoveredBytes& covered, bool holds) {
    FoundSignature& known = known_.emplace_back(found);
    if (!covered.isUsable()) {
        return;
    }
    known.contentsStart = covered.contentsStart;
    known.contentsEnd = covered.contentsEnd;
    if (holds) {
        lastGoodEnd_ = std::max(lastGoodEnd_, static_cast<std::size_t>(covered.end));
    }
}

/// The last signer who holds signed the document without any of them: whoever signed before is covered by his signature.
bool HiddenSignatures::isHiddenAt(std::size_t end, const std::vector<std::size_t>& positions) const {
    try {
        const pdf::Reader signedPart(reader_.file().first(end), reader_);
        const SignatureFinder finder(signedPart);
        std::vector<FoundSignature> known = finder.inForm();
        const auto permitted = finder.inPermissions();
        known.insert(known.end(), permitted.begin(), permitted.end());
        const auto outside = finder.outsideForm(known);
        return !std::includes(outside.begin(), outside.end(), positions.begin(), positions.end());
    } catch (const SigningError&) {
        return true;
    }
}

HiddenSignatures::State HiddenSignatures::state() const {
    const SignatureFinder finder(reader_);
    std::vector<FoundSignature> known = finder.inPermissions();
    known.insert(known.end(), known_.begin(), known_.end());
    const std::vector<std::size_t> positions = finder.outsideForm(known);
    if (positions.empty()) {
        return State::none;
    }
    const bool isSettled = positions.back() < lastGoodEnd_ && !isHiddenAt(lastGoodEnd_, positions);
    return isSettled ? State::removedBeforeSigning : State::hidden;
}

}  // namespace congvu::signing::validation
