// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "congvu/ids/Id.h"
#include "congvu/inbox/Timeline.h"

#include <string>
#include <string_view>

namespace congvu::incoming {

/// Writes what happened to an entity: a line of its timeline ("incoming.act.<act>") and a row of the audit log ("incoming.<act>").
class History {
public:
    History(inbox::Timeline& timeline, audit::Audit& audit) : timeline_(timeline), audit_(audit) {}

    /// `note` are the actor's own words, for the timeline only; `detailJson` holds facts for both.
    void note(db::Tx& tx, const http::Caller& actor, const EntityRef& entity, std::string_view act, std::string_view note = {},
              const std::string& detailJson = "{}") const;

    /// A row of the audit log alone: what is no step in the life of the entity.
    void audit(db::Tx& tx, const http::Caller& actor, const EntityRef& entity, std::string_view act) const {
        audit_.record(tx, actor, "incoming." + std::string{act}, entity);
    }

    /// The actor of what happens without a person: an event of another plugin, a job.
    static http::Caller system(std::string agencyId);

private:
    inbox::Timeline& timeline_;
    audit::Audit& audit_;
};

}  // namespace congvu::incoming
