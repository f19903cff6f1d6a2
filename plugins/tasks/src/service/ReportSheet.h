// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/sheets/Sheet.h"
#include "service/ReportTasks.h"

#include <string>

namespace congvu::tasks {

/// The report as a printed form, landscape: one column for each leaf counter and the sums they make, the total in the last row. Documents
/// of Vietnamese agencies are in Vietnamese, whatever language the page has.
[[nodiscard]] sheets::Sheet reportSheet(const ReportView& report, const std::string& superior, const std::string& issuer);

}  // namespace congvu::tasks
