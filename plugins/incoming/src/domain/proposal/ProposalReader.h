// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/DocumentProposal.h"
#include "domain/proposal/PageText.h"

#include "congvu/time/Date.h"

namespace congvu::incoming {

/// Reads everything a document says about itself from its words. Pure: the same words give the same proposal.
DocumentProposal readProposal(const PageText& page);

/// No document is dated after the day on which it is read: such a date is a slip of the reading or of the writer, and never sure.
void doubtDayAfter(const Date& today, DocumentProposal& proposal);

}  // namespace congvu::incoming
