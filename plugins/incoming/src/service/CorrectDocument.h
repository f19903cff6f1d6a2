// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Registration.h"
#include "service/DocumentChanges.h"
#include "service/DocumentSearch.h"
#include "service/History.h"
#include "service/Submission.h"
#include "storage/IssuerRepository.h"

#include "congvu/db/Db.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/mandates/Mandates.h"
#include "congvu/time/Clock.h"

#include <cstdint>
#include <string_view>

namespace congvu::incoming {

/// Corrects what was registered. The arrival number and day never change; what was changed stands in the history by name.
class CorrectDocument {
public:
    struct Needs {
        db::Db& db;
        const mandates::Mandates& mandates;
        inbox::Inbox& inbox;
        const Clock& clock;
        const DocumentChanges& changes;
        const DocumentSearch& search;
        const History& history;
    };
    explicit CorrectDocument(const Needs& needs) : needs_(needs) {}

    /// 412 when the document is no longer at `expectedVersion`; 409 "incoming.not-now" for cancelled and recalled documents.
    IncomingDocument run(const http::Caller& clerk, std::string_view documentId, std::int64_t expectedVersion,
                         const DocumentFacts& facts) const;

private:
    Needs needs_;
    IssuerRepository issuers_;
};

}  // namespace congvu::incoming
