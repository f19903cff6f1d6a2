// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/service/OrganisationService.h"
#include "organisation/storage/PersonRepository.h"

#include "congvu/db/Db.h"

#include <string>
#include <string_view>

namespace congvu::core {

/// Makes an empty database usable: a root agency to be renamed, one person, one post with the role administrator.
class FirstAdministrator {
public:
    FirstAdministrator(db::Db& db, const OrganisationStore& store, Organisation& organisation)
        : db_(db), store_(store), organisation_(organisation) {}

    /// The temporary password, or an empty text when there are people already.
    [[nodiscard]] std::string create(std::string_view username);

private:
    db::Db& db_;
    const OrganisationStore& store_;
    Organisation& organisation_;
    PersonRepository people_;
};

}  // namespace congvu::core
