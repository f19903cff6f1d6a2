// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/DocumentProposal.h"
#include "domain/recognition/ScannedFile.h"

#include <optional>
#include <string>

namespace congvu::incoming {

struct ScanReading {
    DocumentProposal proposal;
    std::string text;                    ///< all words, for the search index
    std::optional<std::string> secrecy;  ///< "MẬT", "TỐI MẬT" or "TUYỆT MẬT" when a page carries that mark
};

/// Reads a scanned document as a born-digital one is read. What was recognised is sure only where something else confirms it:
/// - number and date: both readings of the head say the same, and no character was repaired;
/// - type: the title and the symbol agree;
/// - issuer: both readings agree, and proper names in it stand with the same marks elsewhere on the page.
/// Everything else that was recognised (subject, signer, deadline, urgency) is for the clerk to check: it is never shown as sure.
ScanReading readScan(const ScannedFile& file);

/// What can be told of a file whose first page has yet to be recognised: what its scanner wrote behind the picture, all of it doubtful, or
/// nothing when that is no text.
DocumentProposal readBeforeRecognition(const ScannedFile& file);

}  // namespace congvu::incoming
