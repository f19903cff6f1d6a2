// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/storage/TimelineRepository.h"

#include "congvu/inbox/Timeline.h"
#include "congvu/time/Clock.h"

namespace congvu::core {

/// Appends and reads the visible history of entities; the actor's names are kept as they are today.
class TimelineService final : public inbox::Timeline {
public:
    explicit TimelineService(const Clock& clock) : clock_(clock) {}

    void append(db::Tx& tx, const http::Caller& actor, const EntityRef& entity, std::string_view act, std::string_view note = {},
                std::string detailJson = "{}") override;
    std::vector<inbox::TimelineEntry> read(db::Reader& reader, const EntityRef& entity) override;

private:
    const Clock& clock_;
    TimelineRepository repository_;
};

}  // namespace congvu::core
