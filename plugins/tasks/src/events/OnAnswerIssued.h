// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/events/Events.h"
#include "service/RecordAnswer.h"

namespace congvu::tasks {

/// outgoing.document-issued.v1 → the result document of the task it was drafted for.
class OnAnswerIssued {
public:
    explicit OnAnswerIssued(RecordAnswer& record) : record_(record) {}
    void operator()(const events::Event& event) const { record_.run(event.as<IssuedAnswer>(), event.agencyId, event.actorPostId); }

private:
    RecordAnswer& record_;
};

}  // namespace congvu::tasks
