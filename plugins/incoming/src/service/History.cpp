// SPDX-License-Identifier: Apache-2.0
#include "service/History.h"

namespace congvu::incoming {

void History::note(db::Tx& tx, const http::Caller& actor, const EntityRef& entity, std::string_view act, std::string_view note,
                   const std::string& detailJson) const {
    timeline_.append(tx, actor, entity, "incoming.act." + std::string{act}, note, detailJson);
    audit_.record(tx, actor, "incoming." + std::string{act}, entity, detailJson);
}

http::Caller History::system(std::string agencyId) {
    http::Caller actor;
    actor.agencyId = std::move(agencyId);
    return actor;
}

}  // namespace congvu::incoming
