// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Period.h"

#include <string>

namespace congvu::statistics {

/// What a report is asked for.
struct ReportQuestion {
    Period period;
    std::string unitId;          ///< empty for the widest unit that the caller may see
    bool includesBelow = false;  ///< an agency with all agencies below it
    std::string registerCode;    ///< "incoming:chung"; empty for all
};

}  // namespace congvu::statistics
