// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/events/Events.h"
#include "service/Issuing.h"
#include "service/Reviewing.h"

namespace congvu::outgoing {

/// Hears what the signing desk and the recipients' registers say. Each subscriber is idempotent. The use cases must outlive the
/// subscriptions.
void subscribe(events::Events& events, Issuing& issuing, Reviewing& reviewing, AppendixSeals& seals);

}  // namespace congvu::outgoing
