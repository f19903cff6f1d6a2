// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Delivery.h"
#include "domain/ReceivedEvents.h"
#include "service/DocumentChanges.h"
#include "service/History.h"
#include "service/SenderNotice.h"
#include "service/SignatureCheck.h"
#include "storage/CounterRepository.h"
#include "storage/DeliveryRepository.h"
#include "storage/FileRepository.h"

#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/files/FileStore.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/log/Log.h"
#include "congvu/pdf/PdfInspector.h"
#include "congvu/time/Clock.h"

#include <vector>

namespace congvu::incoming {

/// Takes a document that another agency of this server has issued into the clerks' inbox of each recipient: signatures verified, status 01
/// told to the sender, a work item until the clerk registers or refuses it. Safe to call again for the same deliveries.
class ReceiveDelivery {
public:
    struct Needs {
        db::Db& db;
        files::FileStore& files;
        inbox::Inbox& inbox;
        pdf::PdfInspector& pdf;
        const directory::Directory& directory;
        const calendar::WorkingCalendar& calendar;
        const Clock& clock;
        Log& log;
        const SignatureCheck& signatures;
        const DocumentChanges& changes;
        const SenderNotice& sender;
        const History& history;
    };
    explicit ReceiveDelivery(const Needs& needs) : needs_(needs) {}

    void run(const IssuedDocument& issued) const;

private:
    struct CheckedFile {
        files::StoredFile stored;
        std::string kind;
        SignatureFacts signatures;
    };
    [[nodiscard]] std::vector<CheckedFile> checkFiles(const IssuedDocument& issued) const;
    void deliver(const IssuedDocument& issued, const DeliveryRecipient& recipient, const std::vector<CheckedFile>& files,
                 const std::string& content) const;
    void askClerks(db::Tx& tx, const Delivery& delivery) const;

    Needs needs_;
    DeliveryRepository deliveries_;
    FileRepository fileRows_;
    CounterRepository counters_;
};

}  // namespace congvu::incoming
