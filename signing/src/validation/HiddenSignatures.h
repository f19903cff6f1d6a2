// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "validation/Coverage.h"

namespace congvu::signing::validation {

/// Signatures in the bytes that the form no longer holds: an attacker may have taken one out. One that its owner took back
/// before somebody else signed is no concern of that later signer, who signed the document without it.
class HiddenSignatures {
public:
    enum class State { none, removedBeforeSigning, hidden };

    explicit HiddenSignatures(const pdf::Reader& reader) : reader_(reader) {}

    /// A signature of the form; `holds` when it is intact.
    void add(const FoundSignature& found, const CoveredBytes& covered, bool holds);
    State state() const;

private:
    bool isHiddenAt(std::size_t end, const std::vector<std::size_t>& positions) const;

    const pdf::Reader& reader_;
    std::vector<FoundSignature> known_;
    std::size_t lastGoodEnd_ = 0;
};

}  // namespace congvu::signing::validation
