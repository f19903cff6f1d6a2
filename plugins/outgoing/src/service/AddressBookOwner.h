// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/directory/Directory.h"
#include "storage/ContactRepository.h"

#include <string>
#include <string_view>

namespace congvu::outgoing {

/// Whose entries an agency reads: its own, and those of the agency at the root of its tree.
inline AddressBookOwners addressBookOwners(const directory::Directory& directory, std::string_view agencyId) {
    AddressBookOwners owners{std::string{agencyId}, std::string{agencyId}};
    for (auto unit = directory.unit(agencyId); unit; unit = directory.unit(unit->parentId)) {
        if (unit->isAgency) {
            owners.root = unit->id;
        }
        if (unit->parentId.empty()) {
            break;
        }
    }
    return owners;
}

}  // namespace congvu::outgoing
