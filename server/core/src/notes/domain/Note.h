// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ids/Id.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::core {

/// A note upon an entity that only members of one unit see. Names are those of the day.
struct Note {
    std::string id;
    EntityRef entity;
    std::string unitId;
    std::string authorPersonId;
    std::string authorName;
    std::string authorTitle;
    std::string text;
    Timestamp createdAt;
    std::optional<Timestamp> editedAt;
};

/// One note as a page shows it.
struct NoteView {
    std::string id;
    std::string authorName;
    std::string authorTitle;
    std::string text;
    Timestamp createdAt;
    std::optional<Timestamp> editedAt;
    bool mine = false;  ///< whether the caller may change it
};

/// Body of POST /unit-notes/{plugin}/{type}/{id} and PUT /unit-notes/{id}.
struct NoteInput {
    std::string text;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::NoteView> {
    static auto fields() {
        using View = congvu::core::NoteView;
        return std::tuple{field("id", &View::id),     field("authorName", &View::authorName), field("authorTitle", &View::authorTitle),
                          field("text", &View::text), field("createdAt", &View::createdAt),   field("editedAt", &View::editedAt),
                          field("mine", &View::mine)};
    }
};
template <>
struct congvu::json::Description<congvu::core::NoteInput> {
    static auto fields() { return std::tuple{field("text", &congvu::core::NoteInput::text).required().maxLength(2000).multiline()}; }
};
