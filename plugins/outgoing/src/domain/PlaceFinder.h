// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/pdf/PdfInspector.h"
#include "domain/OwnFile.h"

#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// Places that were found, and what keeps the others from being found.
struct FoundPlaces {
    OwnFilePlaces places;
    std::vector<OwnFileFinding> findings;
};

/// Looks for the blanks of a drafter's file: behind "Số:" before the symbol, in the line "…, ngày … tháng … năm …" of page 1, and above the
/// signer's name, where Decree 30/2020, Appendix I puts number, date and signature. What is not found is left for the drafter to place:
/// codes "number-place", "date-place", "signature-place"; blanks that are too small: "number-gap", "date-gap", "signature-gap"; a date that
/// is printed already: "date-printed".
FoundPlaces findPlaces(const pdf::PdfContent& content, std::string_view signerName);

}  // namespace congvu::outgoing
