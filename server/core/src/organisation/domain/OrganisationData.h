// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/Person.h"
#include "organisation/domain/PluginRule.h"
#include "organisation/domain/Post.h"
#include "organisation/domain/Role.h"
#include "organisation/domain/Unit.h"

#include <cstdint>
#include <vector>

namespace congvu::core {

/// Everything that the organisation's tables hold at one moment.
struct OrganisationData {
    std::int64_t revision = 0;
    std::vector<Unit> units;     ///< by sort order, then name
    std::vector<Person> people;  ///< by name in Vietnamese order, then id
    std::vector<Post> posts;     ///< ended ones too
    std::vector<Role> roles;
    std::vector<PluginRule> rules;
};

}  // namespace congvu::core
