// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "congvu/signing/Bytes.h"
#include "pdf/Object.h"

namespace congvu::signing::testing {

/// Where the newest signature of a document stands, and what it is made of.
struct SignedParts {
    pdf::ObjectNumber field = 0;
    pdf::ObjectNumber dictionary = 0;
    std::string head;      ///< "<</Type/Sig/Filter…/SubFilter…", without end
    std::string range;     ///< "[0 1 2 3]"
    std::string contents;  ///< with its angle brackets
    std::size_t contentsStart = 0;
    std::size_t contentsEnd = 0;
};
SignedParts partsOf(const Bytes& document);

/// A signed document whose offsets have six digits, so that moving them does not change their length.
Bytes signedPadded();

/// What an attacker brings with his own cross-reference.
enum class WrappedObjects { content, catalog };
/// Signature wrapping: a cross-reference and objects of the attacker stand in the gap, just where startxref points; the
/// signed end is moved behind them, and a copy of the signature dictionary tells the moved range.
Bytes wrapSignature(const Bytes& document, WrappedObjects objects);

/// The string of /Contents is made shorter, and `text` stands behind it in the gap: no signed byte and no offset changes.
Bytes fillGap(Bytes document, const std::string& text);

}  // namespace congvu::signing::testing
