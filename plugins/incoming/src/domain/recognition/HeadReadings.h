// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/DocumentProposal.h"
#include "domain/proposal/PageText.h"
#include "domain/proposal/PageWord.h"

#include <vector>

namespace congvu::incoming {

/// Everything that was recognised on a first page, read twice.
struct HeadReadings {
    const PageText& page;
    const std::vector<PageWord>& words;  ///< of the page
    const DocumentProposal& main;
    const std::vector<PageWord>& controlWords;  ///< of the second reading of its head
    const DocumentProposal& control;
};

/// The confidence of what was recognised is bounded by what confirms it. Nothing above the last of these is shown as sure.
inline constexpr double kConfirmed = 0.9;
inline constexpr double kUnconfirmed = 0.7;
inline constexpr double kContradicted = 0.6;

/// The same value with at most that confidence.
ReadField limited(ReadField field, double most);

/// A value that is sure when both readings say it and the words of both are certain.
ReadField agreedValue(const HeadReadings& readings, ReadField DocumentProposal::*member);
/// The same for number and symbol, whose letters must moreover be the issuer's.
ReadField agreedSymbol(const HeadReadings& readings);
/// Title and symbol stand in different places: where they agree, the type is sure.
ReadField agreedType(const HeadReadings& readings);
/// The name of an agency that both readings have. Its kind and field of work come from lists; a proper name must stand on the page once
/// more, with the same marks.
ReadField agreedAgency(const HeadReadings& readings, ReadField DocumentProposal::*member);

}  // namespace congvu::incoming
