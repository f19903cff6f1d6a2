// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ReportQuestion.h"

#include "congvu/http/Request.h"

namespace congvu::statistics {

/// The query parameters from, to (this month unless they are given), unit, below and register. 422 for what is no day, an end before the
/// beginning, or a period of more than ten years.
ReportQuestion questionOf(const http::Request& request, Date today);

}  // namespace congvu::statistics
