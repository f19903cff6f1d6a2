// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Direction.h"
#include "service/DocumentChanges.h"
#include "service/DocumentSearch.h"
#include "service/History.h"
#include "service/SenderNotice.h"
#include "storage/DirectionRepository.h"
#include "storage/FigureRepository.h"

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/events/Events.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/mandates/Mandates.h"
#include "congvu/time/Clock.h"

#include <string_view>

namespace congvu::incoming {

/// Bút phê: a leader decides who handles a document. In one transaction: the direction with its assignments, who may now see the document,
/// the leader's work item closed, history, search and the event from which the tasks are made.
///
/// Errors: 422 by checkDirection, and "incoming.unknown-unit" / "incoming.unknown-post" for somebody outside the agency or no longer
/// active; 403 when the leader acts by a mandate that does not cover it; 409 "incoming.not-now" when a direction is in force already
/// (withdraw it first).
class GiveDirection {
public:
    struct Needs {
        db::Db& db;
        events::Events& events;
        inbox::Inbox& inbox;
        const directory::Directory& directory;
        const mandates::Mandates& mandates;
        const Clock& clock;
        const DocumentChanges& changes;
        const DocumentSearch& search;
        const SenderNotice& sender;
        const History& history;
    };
    explicit GiveDirection(const Needs& needs) : needs_(needs) {}

    Direction run(const http::Caller& leader, std::string_view documentId, const NewDirection& input) const;

private:
    [[nodiscard]] Direction build(const http::Caller& leader, const NewDirection& input) const;
    void apply(db::Tx& tx, const http::Caller& leader, IncomingDocument& document, const Direction& direction) const;
    void publish(db::Tx& tx, const http::Caller& leader, const IncomingDocument& document, const Direction& direction) const;

    Needs needs_;
    DirectionRepository directions_;
    DocumentAccess access_;
    FigureRepository figures_;
};

}  // namespace congvu::incoming
