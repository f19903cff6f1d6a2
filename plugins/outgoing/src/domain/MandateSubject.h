// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/OutgoingDocument.h"

#include <string>

namespace congvu::outgoing {

/// The word by which a mandate names the document's type: its abbreviation, "CV" for the letters that have none.
inline std::string mandateTypeOf(const OutgoingDocument& document) {
    return document.typeAbbreviation.empty() ? "CV" : document.typeAbbreviation;
}

}  // namespace congvu::outgoing
