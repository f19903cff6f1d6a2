// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ReceivedEvents.h"
#include "storage/RegisterPrintRepository.h"

#include "congvu/db/Db.h"

namespace congvu::incoming {

/// Remembers with which document this agency answered an incoming one, for the tracking register. Safe to call again.
class NoteReply {
public:
    explicit NoteReply(db::Db& db) : db_(db) {}

    void run(const IssuedDocument& issued) const {
        if (issued.sourceDocumentId) {
            db_.write([&](db::Tx& tx) {
                prints_.addReply(tx, issued.senderAgencyId,
                                 {*issued.sourceDocumentId, issued.documentId, issued.numberAndSymbol, issued.documentDate});
            });
        }
    }

private:
    db::Db& db_;
    RegisterPrintRepository prints_;
};

}  // namespace congvu::incoming
