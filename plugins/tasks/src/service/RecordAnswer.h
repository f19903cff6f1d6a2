// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/json/Decode.h"
#include "service/TaskRecorder.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::tasks {

/// What this plugin reads of outgoing.document-issued.v1.
struct IssuedAnswer {
    std::string documentId;
    std::string numberAndSymbol;
    std::optional<std::string> sourceTaskId;
};

/// An issued document that was drafted for a task becomes the task's result document. The task still has to be submitted.
class RecordAnswer {
public:
    RecordAnswer(db::Db& db, const TaskRecorder& recorder, const directory::Directory& directory)
        : db_(db), recorder_(recorder), directory_(directory) {}
    /// Ignores unknown tasks, tasks of another agency, cancelled ones and a document that is recorded already.
    void run(const IssuedAnswer& answer, const std::string& agencyId, const std::string& actorPostId);

private:
    db::Db& db_;
    const TaskRecorder& recorder_;
    const directory::Directory& directory_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::IssuedAnswer> {
    static auto fields() {
        using Input = congvu::tasks::IssuedAnswer;
        return std::tuple{field("documentId", &Input::documentId).required(), field("numberAndSymbol", &Input::numberAndSymbol),
                          field("sourceTaskId", &Input::sourceTaskId)};
    }
};
