// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ReportViews.h"
#include "domain/Scope.h"

#include "congvu/directory/Directory.h"
#include "congvu/http/Caller.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::statistics {

/// Who may see which unit's figures. With statistics.read those of the own unit and of what lies below it within the agency; with
/// statistics.read-all those of the own agency; with statistics.read-below those of every agency below as well. Everything else is as if it
/// were not there.
class Scopes {
public:
    explicit Scopes(const directory::Directory& directory) : directory_(directory) {}

    /// The widest unit whose figures the caller sees: the agency, or the own unit.
    [[nodiscard]] static std::string usualUnit(const http::Caller& caller);
    /// AppError notFound for a unit that is not the caller's to see; forbidden when agencies below are asked for without the permission.
    [[nodiscard]] Scope of(const http::Caller& caller, std::string_view unitId, bool includesBelow) const;
    [[nodiscard]] bool maySee(const http::Caller& caller, std::string_view unitId) const;
    /// Units of the own agency that the caller may choose, and the agencies below if they are his to see; by name below their parents.
    [[nodiscard]] std::vector<UnitChoice> choices(const http::Caller& caller) const;

    /// The units of a unit's own agency that lie in it, itself first.
    [[nodiscard]] std::vector<std::string> unitsWithin(const directory::UnitInfo& unit) const;

private:
    const directory::Directory& directory_;
};

}  // namespace congvu::statistics
