// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace congvu::statistics {

/// Whose figures are asked for.
struct Scope {
    std::string unitName;
    std::string agencyId;                ///< of the chosen unit
    std::string unitId;                  ///< the unit that was chosen
    std::vector<std::string> agencyIds;  ///< whose sums are read
    std::vector<std::string> unitIds;    ///< of these units only; empty for every unit of the agencies, and for what no unit has
    bool includesBelow = false;          ///< an agency with all agencies below it: figures are told apart by agency, not by unit
    bool isOfOwnAgency = false;          ///< of the caller's agency alone, so that its lists can be asked for
};

}  // namespace congvu::statistics
