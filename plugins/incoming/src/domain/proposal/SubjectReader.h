// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/DocumentProposal.h"
#include "domain/proposal/PageText.h"
#include "domain/proposal/SymbolReader.h"

namespace congvu::incoming {

/// Type of document and subject (trích yếu).
struct SubjectReading {
    ReadField typeId;
    ReadField subject;
};

/// An official letter has "V/v …" below its number (Decree 30/2020, component 5b); every other type has its name in capitals in the
/// middle of the page and the subject below it (5a). The abbreviation in the symbol confirms or replaces what the page shows.
SubjectReading readTypeAndSubject(const PageText& page, const SymbolReading& symbol);

}  // namespace congvu::incoming
