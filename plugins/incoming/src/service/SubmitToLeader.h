// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/DocumentChanges.h"
#include "service/RoutingHabits.h"
#include "service/SenderNotice.h"
#include "service/Submission.h"

#include "congvu/db/Db.h"
#include "congvu/mandates/Mandates.h"

#include <string>
#include <string_view>

namespace congvu::incoming {

/// Trình: the clerk puts a registered document before a leader, and the leader may give it back with a reason.
class SubmitToLeader {
public:
    struct Needs {
        db::Db& db;
        const mandates::Mandates& mandates;
        inbox::Inbox& inbox;
        const DocumentChanges& changes;
        const Submission& submission;
        const RoutingHabits& habits;
        const SenderNotice& sender;
        const History& history;
    };
    explicit SubmitToLeader(const Needs& needs) : needs_(needs) {}

    /// 409 "incoming.not-now" when a direction is in force; 422 when the post may not direct. The sender of a delivery is told 04.
    IncomingDocument submit(const http::Caller& clerk, std::string_view documentId, std::string_view postId, std::string_view note) const;
    /// The document goes back to the clerks. 409 when it is not before a leader.
    IncomingDocument sendBack(const http::Caller& leader, std::string_view documentId, std::string_view reason) const;

private:
    Needs needs_;
};

}  // namespace congvu::incoming
