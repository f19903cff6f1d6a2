// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "follows/service/FollowSteps.h"
#include "timeline/storage/TimelineRepository.h"

#include "congvu/inbox/Timeline.h"
#include "congvu/time/Clock.h"

namespace congvu::core {

/// Appends and reads the visible history of entities; the actor's names are kept as they are today. Who follows an entity is told of each
/// line.
class TimelineService final : public inbox::Timeline {
public:
    TimelineService(const Clock& clock, FollowSteps& follows) : clock_(clock), follows_(follows) {}

    void append(db::Tx& tx, const http::Caller& actor, const EntityRef& entity, std::string_view act, std::string_view note = {},
                std::string detailJson = "{}") override;
    std::vector<inbox::TimelineEntry> read(db::Reader& reader, const EntityRef& entity) override;

private:
    const Clock& clock_;
    FollowSteps& follows_;
    TimelineRepository repository_;
};

}  // namespace congvu::core
