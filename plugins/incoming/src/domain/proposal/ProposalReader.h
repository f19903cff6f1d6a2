// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/DocumentProposal.h"
#include "domain/proposal/PageText.h"

namespace congvu::incoming {

/// Reads everything a document says about itself from its words. Pure: the same words give the same proposal.
DocumentProposal readProposal(const PageText& page);

}  // namespace congvu::incoming
