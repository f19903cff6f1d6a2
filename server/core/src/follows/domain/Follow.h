// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ids/Id.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::core {

/// The last line of an entity's timeline.
struct LastStep {
    Timestamp at;
    std::string act;
    std::string actorName;
};

/// What a post follows.
struct Follow {
    std::string id;
    EntityRef entity;
    Timestamp followedAt;
    std::optional<LastStep> last;
};

/// A step of a followed entity that waits to be told.
struct FollowedStep {
    std::string id;
    EntityRef entity;
    std::string act;
    std::string actorName;
    std::string actorPersonId;
};

/// One line of the page of what one follows.
struct FollowView {
    std::string id;
    std::string plugin;
    std::string type;
    std::string entityId;
    std::string title;
    std::string subtitle;
    std::string link;
    Timestamp followedAt;
    std::optional<Timestamp> lastAt;
    std::string lastStep;  ///< in words
    std::string lastActor;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::FollowView> {
    static auto fields() {
        using View = congvu::core::FollowView;
        return std::tuple{field("id", &View::id),
                          field("plugin", &View::plugin),
                          field("type", &View::type),
                          field("entityId", &View::entityId),
                          field("title", &View::title),
                          field("subtitle", &View::subtitle),
                          field("link", &View::link),
                          field("followedAt", &View::followedAt),
                          field("lastAt", &View::lastAt),
                          field("lastStep", &View::lastStep),
                          field("lastActor", &View::lastActor)};
    }
};
