// SPDX-License-Identifier: Apache-2.0
#include "events/IncomingSubscriptions.h"

namespace congvu::incoming {

void subscribe(events::Events& events, const ReceiveDelivery& receive, const AnswerDelivery& answer, const FollowTasks& follow,
               const NoteReply& reply, const NoteMending& mending) {
    events.subscribe("outgoing.document-issued.v1", [&receive, &reply](const events::Event& event) {
        const auto issued = event.as<IssuedDocument>();
        reply.run(issued);
        receive.run(issued);
    });
    events.subscribe("outgoing.recall-requested.v1",
                     [&answer](const events::Event& event) { answer.recallAsked(event.as<RecallRequested>()); });
    events.subscribe("outgoing.document-mended.v1", [&mending](const events::Event& event) { mending.run(event.as<DocumentMended>()); });
    events.subscribe("tasks.task-created.v1", [&follow](const events::Event& event) { follow.taskCreated(event.as<TaskCreated>()); });
    events.subscribe("tasks.source-progress.v1", [&follow](const events::Event& event) { follow.progress(event.as<SourceProgress>()); });
}

}  // namespace congvu::incoming
