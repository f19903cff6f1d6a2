// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/IncomingDocument.h"
#include "service/DocumentChanges.h"
#include "service/DocumentSearch.h"
#include "service/History.h"
#include "service/Submission.h"
#include "storage/DirectionRepository.h"
#include "storage/FigureRepository.h"

#include "congvu/db/Db.h"
#include "congvu/events/Events.h"
#include "congvu/mandates/Mandates.h"
#include "congvu/time/Clock.h"

#include <string_view>

namespace congvu::incoming {

/// Takes a direction back, so that another can be given: its tasks are cancelled by the tasks plugin, whoever saw the document only because
/// of it sees it no more, and it lies before the leader again.
class WithdrawDirection {
public:
    struct Needs {
        db::Db& db;
        const mandates::Mandates& mandates;
        events::Events& events;
        const Clock& clock;
        const DocumentChanges& changes;
        const DocumentSearch& search;
        const Submission& submission;
        const History& history;
    };
    explicit WithdrawDirection(const Needs& needs) : needs_(needs) {}

    /// 409 "incoming.not-now" when no direction is in force.
    IncomingDocument run(const http::Caller& leader, std::string_view documentId, std::string_view reason) const;
    /// Ends the direction in force without asking for a new one (recall of the whole document). Does nothing when there is none.
    void endDirection(db::Tx& tx, const http::Caller& actor, IncomingDocument& document, std::string_view reason) const;

private:
    Needs needs_;
    DirectionRepository directions_;
    DocumentAccess access_;
    FigureRepository figures_;
};

}  // namespace congvu::incoming
