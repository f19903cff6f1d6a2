// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"

#include <memory>
#include <string>
#include <vector>

namespace congvu::entities {

/// What the core shows of an entity to a caller who may see it.
struct EntitySummary {
    std::string id;
    std::string title;     ///< what a list shows first, for example the subject
    std::string subtitle;  ///< number and symbol, issuer …
    std::string link;      ///< page of the shell, "/incoming/documents/<id>"
    /// False for what nothing may be written about here, as documents of a register of state secrets (Law 117/2025/QH15).
    bool takesNotes = true;
};

/// A plugin's answers about its entities of one type, under its own row-level policy. The core has looked at the unit gate and at the
/// permission of the manifest before it asks.
class EntityViews {
public:
    EntityViews() = default;
    EntityViews(const EntityViews&) = delete;
    EntityViews& operator=(const EntityViews&) = delete;
    virtual ~EntityViews() = default;
    /// Those of the ids (at most 200) that the caller may see, in any order. One statement, two at most.
    [[nodiscard]] virtual std::vector<EntitySummary> visible(db::Reader& reader, const http::Caller& caller,
                                                             const std::vector<std::string>& ids) const = 0;
};

/// What a plugin registers here can be followed, marked and noted upon: types of its manifest's member "entities".
class Entities {
public:
    virtual ~Entities() = default;
    /// Throws std::logic_error when the type is there already.
    virtual void add(std::string type, std::shared_ptr<const EntityViews> views) = 0;
};

}  // namespace congvu::entities
