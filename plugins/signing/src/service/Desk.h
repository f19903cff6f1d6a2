// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/events/Events.h"
#include "congvu/files/FileStore.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/inbox/Timeline.h"
#include "congvu/mandates/Mandates.h"
#include "domain/DeskRequest.h"
#include "storage/RequestRepository.h"

#include <string_view>

namespace congvu::signingdesk {

/// Reading the desk and giving a request back.
class Desk {
public:
    Desk(db::Db& db, files::FileStore& files, events::Events& events, inbox::Inbox& inbox, inbox::Timeline& timeline, audit::Audit& audit,
         const mandates::Mandates& mandates, Clock& clock)
        : db_(db), files_(files), events_(events), inbox_(inbox), timeline_(timeline), audit_(audit), mandates_(mandates), clock_(clock) {}

    [[nodiscard]] db::Page<RequestView> list(const http::Caller& caller, RequestState state, const db::PageRequest& page);
    [[nodiscard]] DeskRequest find(const http::Caller& caller, std::string_view id);
    /// The file that waits, or the signed one when it is signed.
    [[nodiscard]] files::StoredFile file(const http::Caller& caller, std::string_view id);
    /// Gives the document back with a note; its plugin decides what happens then.
    void giveBack(const http::Caller& caller, std::string_view id, std::string_view note);

private:
    db::Db& db_;
    files::FileStore& files_;
    events::Events& events_;
    inbox::Inbox& inbox_;
    inbox::Timeline& timeline_;
    audit::Audit& audit_;
    const mandates::Mandates& mandates_;
    Clock& clock_;
    RequestRepository requests_;
};

RequestView viewOf(const DeskRequest& request);

}  // namespace congvu::signingdesk
