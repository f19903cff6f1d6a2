// SPDX-License-Identifier: Apache-2.0
#include "service/Scopes.h"

#include "congvu/error/AppError.h"
#include "congvu/text/Text.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace congvu::statistics {

namespace {

constexpr std::string_view kReadAll = "statistics.read-all";
constexpr std::string_view kReadBelow = "statistics.read-below";

}  // namespace

std::string Scopes::usualUnit(const http::Caller& caller) {
    return caller.may(kReadAll) ? caller.agencyId : caller.unitId;
}

bool Scopes::maySee(const http::Caller& caller, std::string_view unitId) const {
    const auto unit = directory_.unit(unitId);
    if (!unit) {
        return false;
    }
    if (unit->agencyId == caller.agencyId) {
        return caller.may(kReadAll) || directory_.isInSubtree(unitId, caller.unitId);
    }
    return caller.may(kReadBelow) && directory_.isInSubtree(unit->agencyId, caller.agencyId);
}

Scope Scopes::of(const http::Caller& caller, std::string_view unitId, bool includesBelow) const {
    if (includesBelow && !caller.may(kReadBelow)) {
        throw AppError::forbidden();
    }
    const auto unit = maySee(caller, unitId) ? directory_.unit(unitId) : std::nullopt;
    if (!unit) {
        throw AppError::notFound();
    }
    Scope scope;
    scope.unitId = unit->id;
    scope.unitName = unit->name;
    scope.agencyId = unit->agencyId;
    scope.includesBelow = includesBelow && unit->isAgency;
    scope.isOfOwnAgency = unit->agencyId == caller.agencyId && !scope.includesBelow;
    if (!scope.includesBelow) {
        scope.agencyIds.push_back(unit->agencyId);
    } else {
        for (auto& id : directory_.subtree(unit->id)) {
            const auto below = directory_.unit(id);
            if (below && below->isAgency) {
                scope.agencyIds.push_back(std::move(id));
            }
        }
    }
    if (!unit->isAgency) {
        scope.unitIds = unitsWithin(*unit);
    }
    return scope;
}

std::vector<std::string> Scopes::unitsWithin(const directory::UnitInfo& unit) const {
    std::vector<std::string> units;
    for (auto& id : directory_.subtree(unit.id)) {
        const auto below = directory_.unit(id);
        if (below && below->agencyId == unit.agencyId) {
            units.push_back(std::move(id));
        }
    }
    return units;
}

std::vector<UnitChoice> Scopes::choices(const http::Caller& caller) const {
    std::vector<UnitChoice> choices;
    const auto root = caller.may(kReadBelow) ? caller.agencyId : usualUnit(caller);
    for (const auto& id : directory_.subtree(root)) {
        const auto unit = directory_.unit(id);
        // Divisions of agencies below are reached from the figures of their agency.
        const bool isOffered = unit && unit->isActive && (unit->agencyId == caller.agencyId || unit->isAgency);
        if (isOffered && maySee(caller, id)) {
            choices.push_back({unit->id, unit->parentId, unit->name, unit->isAgency});
        }
    }
    std::ranges::sort(choices, {}, [&](const UnitChoice& choice) {
        const bool isOwn = choice.id == caller.agencyId;
        const bool isOtherAgency = choice.isAgency && !isOwn;
        return std::pair{isOwn ? 0 : isOtherAgency ? 2 : 1, text::sortKey(choice.name)};
    });
    return choices;
}

}  // namespace congvu::statistics
