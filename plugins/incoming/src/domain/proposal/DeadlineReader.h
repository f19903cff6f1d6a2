// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/DocumentProposal.h"
#include "domain/proposal/PageText.h"

#include "congvu/time/Date.h"

#include <optional>

namespace congvu::incoming {

/// The day by which an answer is wanted: "trước ngày 15/12/2026", "chậm nhất ngày 15 tháng 12 năm 2026", "thời hạn … ngày …". Days before
/// the document's own date are no deadlines. A day without a year gets the document's year and stays unsure.
ReadField readDeadline(const PageText& page, std::optional<Date> documentDate);

}  // namespace congvu::incoming
