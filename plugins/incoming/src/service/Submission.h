// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/IncomingDocument.h"
#include "service/History.h"

#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/db/Tx.h"
#include "congvu/directory/Directory.h"
#include "congvu/http/Caller.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>

namespace congvu::incoming {

/// The part of submitting (trình) that registration and later submission share: who may receive it, and whose inbox it lies in.
class Submission {
public:
    static constexpr std::string_view kDirectPermission = "incoming.direct";
    static constexpr std::string_view kWorkSubmit = "incoming.submit";
    static constexpr std::string_view kWorkDirect = "incoming.direct";

    Submission(const directory::Directory& directory, inbox::Inbox& inbox, const calendar::WorkingCalendar& calendar, const Clock& clock,
               const History& history)
        : directory_(directory), inbox_(inbox), calendar_(calendar), clock_(clock), history_(history) {}

    /// The leader's post; AppError::invalidField at `pointer` ("incoming.not-a-leader") unless it is an active post of the caller's agency
    /// that may give directions.
    [[nodiscard]] directory::PostInfo requireLeader(const http::Caller& caller, std::string_view postId, const std::string& pointer) const;
    /// Moves the document before the leader: state, names, the clerk's work item closed, the leader's opened, history.
    void submit(db::Tx& tx, const http::Caller& caller, IncomingDocument& document, const directory::PostInfo& leader,
                std::string_view note) const;
    /// Puts the document on the clerks' desk: it waits to be submitted, at the latest next working day (Decree 30/2020, Art. 23).
    void leaveWithClerks(db::Tx& tx, const IncomingDocument& document, std::string_view fromName) const;
    /// Opens the leader's work item.
    void askLeader(db::Tx& tx, const IncomingDocument& document, std::string_view fromName) const;

private:
    const directory::Directory& directory_;
    inbox::Inbox& inbox_;
    const calendar::WorkingCalendar& calendar_;
    const Clock& clock_;
    const History& history_;
};

}  // namespace congvu::incoming
