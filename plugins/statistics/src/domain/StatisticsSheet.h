// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ReportViews.h"

#include "congvu/sheets/Sheet.h"

#include <string>

namespace congvu::statistics {

/// The report as a printed form: for each source its total, the values of each measure with their share, times, and units.
[[nodiscard]] sheets::Sheet statisticsSheet(const ReportView& report, const std::string& superior, const std::string& issuer);

}  // namespace congvu::statistics
