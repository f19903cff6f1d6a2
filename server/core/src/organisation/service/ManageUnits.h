// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/Unit.h"
#include "organisation/service/OrganisationStore.h"
#include "organisation/storage/UnitRepository.h"

#include "congvu/audit/Audit.h"
#include "congvu/core/Organisation.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>

namespace congvu::core {

/// Makes and changes units. Errors: AppError invalid, notFound for a unit outside the administrator's subtree, stale for an old
/// version, conflict "core.unit-in-use" when a unit with posts or sub-units is to be closed.
class ManageUnits {
public:
    ManageUnits(OrganisationStore& store, audit::Audit& audit, const Clock& clock) : store_(store), audit_(audit), clock_(clock) {}

    [[nodiscard]] std::string create(const http::Caller& by, const NewUnit& input);
    /// The unit as it is afterwards.
    Unit change(const http::Caller& by, std::string_view unitId, const UnitChanges& changes, std::int64_t expectedVersion);

private:
    void checkNew(db::Tx& tx, const Unit& unit) const;
    void checkPlace(db::Tx& tx, const Unit& unit) const;

    OrganisationStore& store_;
    audit::Audit& audit_;
    const Clock& clock_;
    UnitRepository units_;
};

}  // namespace congvu::core
