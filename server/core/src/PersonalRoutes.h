// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entities/http/EntityHandlers.h"
#include "follows/http/FollowHandlers.h"
#include "lists/http/ListHandlers.h"
#include "markers/http/MarkerHandlers.h"
#include "notes/http/NoteHandlers.h"

#include "congvu/http/Routes.h"

#include <memory>

namespace congvu::core {

/// The handlers of what people arrange for themselves: lists, markers, what they follow, notes of their unit.
struct PersonalHandlers {
    std::shared_ptr<const ListHandlers> lists;
    std::shared_ptr<const EntityHandlers> entities;
    std::shared_ptr<const FollowHandlers> follows;
    std::shared_ptr<const MarkerHandlers> markers;
    std::shared_ptr<const NoteHandlers> notes;
};
void addPersonalRoutes(http::Routes& routes, const PersonalHandlers& handlers);

}  // namespace congvu::core
