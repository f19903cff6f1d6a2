// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Organisation.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::testing {

/// The small fictional province of the harness: agency "tinh" with division "vp-tinh"; below it the communes "xa-a" with "vp-a" (office),
/// "kt-a" (economy), "vh-a" (culture) and "xa-b" likewise. A chair, a clerk and an administrator sit in each agency itself, the head of
/// office in its office; every other division has a head, and every division a handler.
class Province {
public:
    /// Makes it in an empty database.
    explicit Province(core::Organisation& organisation);

    /// std::logic_error for a name that is none of the above.
    [[nodiscard]] std::string unitId(std::string_view unit) const;
    /// The post with the role: in the unit itself; chair, clerk, office-head and administrator also for every unit of their agency.
    /// A head or handler that is asked for where there is none yet is appointed.
    std::string postId(core::Organisation& organisation, std::string_view role, std::string_view unit);

private:
    void addAgency(core::Organisation& organisation, const std::string& name, const std::string& parent, const core::NewUnit& facts);
    void addDivision(core::Organisation& organisation, const std::string& name, const std::string& agency, const std::string& title);
    std::string appoint(core::Organisation& organisation, const std::string& role, const std::string& unit);

    std::map<std::string, std::string, std::less<>> unitIds_;
    std::map<std::string, std::string, std::less<>> agencyOf_;          ///< name of the agency by name of the unit
    std::map<std::pair<std::string, std::string>, std::string> posts_;  ///< by role and unit
};

}  // namespace congvu::testing
