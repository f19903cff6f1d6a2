// SPDX-License-Identifier: Apache-2.0
#include "timeline/service/TimelineService.h"

#include "shared/service/BehalfDetail.h"

#include "congvu/ids/Id.h"

namespace congvu::core {

void TimelineService::append(db::Tx& tx, const http::Caller& actor, const EntityRef& entity, std::string_view act, std::string_view note,
                             std::string detailJson) {
    const inbox::TimelineEntry entry{newId(),        clock_.now(),     actor.personName,  actor.postTitle,
                                     actor.unitName, std::string{act}, std::string{note}, {withBehalf(std::move(detailJson), actor)}};
    repository_.insert(tx, entity, entry);
    follows_.note(tx, actor, entity, entry);
}

std::vector<inbox::TimelineEntry> TimelineService::read(db::Reader& reader, const EntityRef& entity) {
    return repository_.read(reader, entity);
}

}  // namespace congvu::core
