// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/AnswerDelivery.h"
#include "service/FollowTasks.h"
#include "service/NoteMending.h"
#include "service/NoteReply.h"
#include "service/ReceiveDelivery.h"

#include "congvu/events/Events.h"

namespace congvu::incoming {

/// Subscribes to the events of outgoing and tasks that this plugin lives by; each is decoded and handed to one use case.
void subscribe(events::Events& events, const ReceiveDelivery& receive, const AnswerDelivery& answer, const FollowTasks& follow,
               const NoteReply& reply, const NoteMending& mending);

}  // namespace congvu::incoming
