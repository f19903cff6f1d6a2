// SPDX-License-Identifier: Apache-2.0
#include "organisation/service/ManageUnits.h"

#include "organisation/service/OrganisationAccess.h"
#include "shared/service/AuditDetail.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::core {

namespace {

EntityRef unitRef(std::string_view id) {
    return {"core", "unit", std::string{id}};
}

/// Letters, digits, dots and hyphens, as the electronic identity codes of Decision 20/2020/QĐ-TTg are written.
bool isOrganId(std::string_view text) {
    constexpr std::string_view kAllowed = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-";
    return text.size() <= 35 && text.find_first_not_of(kAllowed) == std::string_view::npos;
}

Unit unitFrom(const NewUnit& input) {
    const auto kind = json::enumFrom<UnitKind>(input.kind);
    if (!kind) {
        throw AppError::invalidField("/kind", "unknown-choice");
    }
    Unit unit;
    unit.id = newId();
    unit.parentId = input.parentId.empty() ? std::nullopt : std::optional{input.parentId};
    unit.name = input.name;
    unit.shortName = input.shortName.empty() ? input.name : input.shortName;
    unit.code = input.code;
    unit.kind = *kind;
    unit.abbreviation = input.abbreviation;
    unit.organId = input.organId;
    unit.place = input.place;
    unit.superiorName = input.superiorName;
    unit.sortOrder = input.sortOrder;
    return unit;
}

template <class Value>
void apply(const std::optional<Value>& from, Value& to) {
    if (from) {
        to = *from;
    }
}

void apply(const UnitChanges& changes, Unit& unit) {
    if (changes.parentId) {
        unit.parentId = changes.parentId;
    }
    apply(changes.name, unit.name);
    apply(changes.shortName, unit.shortName);
    apply(changes.code, unit.code);
    apply(changes.status, unit.status);
    apply(changes.abbreviation, unit.abbreviation);
    apply(changes.organId, unit.organId);
    apply(changes.place, unit.place);
    apply(changes.superiorName, unit.superiorName);
    apply(changes.sortOrder, unit.sortOrder);
}

}  // namespace

std::string ManageUnits::create(const http::Caller& by, const NewUnit& input) {
    const auto unit = unitFrom(input);
    if (unit.parentId) {
        const auto organisation = store_.current();
        if (organisation->unit(*unit.parentId) == nullptr) {
            throw AppError::invalidField("/parentId", "core.unknown-unit");
        }
        requireUnit(*organisation, by, *unit.parentId);
    }
    store_.change([&](db::Tx& tx) {
        checkNew(tx, unit);
        units_.insert(tx, unit, clock_.now());
        audit_.record(tx, by, "core.unit-created", unitRef(unit.id), auditDetail({{"name", unit.name}}));
    });
    return unit.id;
}

void ManageUnits::checkNew(db::Tx& tx, const Unit& unit) const {
    if (!unit.parentId && (unit.kind != UnitKind::agency || units_.anyUnit(tx))) {
        throw AppError::invalidField("/parentId", "required");
    }
    checkPlace(tx, unit);
}

void ManageUnits::checkPlace(db::Tx& tx, const Unit& unit) const {
    std::vector<FieldError> errors;
    if (unit.kind == UnitKind::division && !unit.organId.empty()) {
        errors.push_back({"/organId", "core.organ-id-of-division", {}});
    } else if (!isOrganId(unit.organId)) {
        errors.push_back({"/organId", "bad-characters", {}});
    } else if (units_.isOrganIdTaken(tx, unit.organId, unit.id)) {
        errors.push_back({"/organId", "core.organ-id-taken", {}});
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
}

Unit ManageUnits::change(const http::Caller& by, std::string_view unitId, const UnitChanges& changes, std::int64_t expectedVersion) {
    const auto organisation = store_.current();
    requireUnit(*organisation, by, unitId);
    if (changes.parentId && organisation->unit(*changes.parentId) == nullptr) {
        throw AppError::invalidField("/parentId", "core.unknown-unit");
    }
    if (changes.parentId) {
        requireUnit(*organisation, by, *changes.parentId);
    }
    return store_.change([&](db::Tx& tx) {
        auto unit = units_.find(tx, unitId);
        if (!unit) {
            throw AppError::notFound();
        }
        // The tree stays a tree, and the root stays the root.
        if (changes.parentId && (!unit->parentId || units_.isInSubtree(tx, *changes.parentId, unitId))) {
            throw AppError::invalidField("/parentId", "core.unit-below-itself");
        }
        if (changes.status == UnitStatus::closed && units_.isInUse(tx, unitId, clock_.today())) {
            throw AppError(ErrorKind::conflict, "core.unit-in-use");
        }
        apply(changes, *unit);
        checkPlace(tx, *unit);
        if (!units_.update(tx, *unit, expectedVersion)) {
            throw AppError::stale();
        }
        unit->version = expectedVersion + 1;
        audit_.record(tx, by, "core.unit-changed", unitRef(unitId), auditDetail({{"name", unit->name}}));
        return *unit;
    });
}

}  // namespace congvu::core
