// SPDX-License-Identifier: Apache-2.0
#include "service/RecordAnswer.h"

#include "congvu/json/Writer.h"
#include "service/Viewing.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

void RecordAnswer::run(const IssuedAnswer& answer, const std::string& agencyId, const std::string& actorPostId) {
    if (!answer.sourceTaskId) {
        return;
    }
    db_.write([&](db::Tx& tx) {
        const auto before = TaskRepository::find(tx, *answer.sourceTaskId);
        const bool isOurs = before && before->agencyId == agencyId && before->state != TaskState::cancelled;
        if (!isOurs || before->resultDocumentId == answer.documentId) {
            return;
        }
        Task after = *before;
        after.resultDocumentId = answer.documentId;
        after.resultDocumentLabel = answer.numberAndSymbol;
        json::Writer detail;
        detail.beginObject().key("number").string(answer.numberAndSymbol).endObject();
        recorder_.changed(tx, actorOfPost(directory_, actorPostId, agencyId), *before, after, {"answer-issued", "", detail.take()});
    });
}

}  // namespace congvu::tasks
