// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace congvu {

/// A new identifier: 26 characters of Crockford base 32 (48 bits of time, 80 random bits), unguessable, ascending in time
/// within one process, so that new rows land at the end of an index.
std::string newId();
/// True for text that newId could have made; cheap, used before a lookup.
bool looksLikeId(std::string_view text);

/// Points from one plugin's entity to another's without a foreign key (docs/architecture.md §5).
struct EntityRef {
    std::string plugin;  ///< plugin id, for example "incoming"
    std::string type;    ///< entity type, for example "document"
    std::string id;
    friend bool operator==(const EntityRef&, const EntityRef&) = default;
};

}  // namespace congvu
