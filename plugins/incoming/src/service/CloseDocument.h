// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/DocumentChanges.h"
#include "service/DocumentSearch.h"
#include "service/History.h"
#include "service/SenderNotice.h"

#include "congvu/db/Db.h"
#include "congvu/events/Events.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/mandates/Mandates.h"
#include "congvu/registers/Registers.h"
#include "congvu/time/Clock.h"

#include <string_view>

namespace congvu::incoming {

/// Ends a document's life: done by hand, done because its tasks are done, or cancelled because it was registered by mistake.
class CloseDocument {
public:
    struct Needs {
        db::Db& db;
        const mandates::Mandates& mandates;
        events::Events& events;
        inbox::Inbox& inbox;
        registers::Registers& registers;
        const Clock& clock;
        const DocumentChanges& changes;
        const DocumentSearch& search;
        const SenderNotice& sender;
        const History& history;
    };
    explicit CloseDocument(const Needs& needs) : needs_(needs) {}

    /// For documents that need no (more) action. 409 "incoming.tasks-open" while tasks are open.
    IncomingDocument byHand(const http::Caller& caller, std::string_view documentId, std::string_view note) const;
    /// Marks the document completed in the caller's transaction; `document` is not saved before this call.
    void complete(db::Tx& tx, const http::Caller& actor, IncomingDocument& document, DocumentAct act, std::string_view note) const;
    /// The arrival number stays recorded as cancelled and is never used again. 409 "incoming.not-now" once a direction is in force.
    IncomingDocument cancel(const http::Caller& clerk, std::string_view documentId, std::string_view reason) const;

private:
    Needs needs_;
};

}  // namespace congvu::incoming
