// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DocumentFile.h"
#include "domain/Registration.h"
#include "service/DocumentChanges.h"
#include "service/DocumentSearch.h"
#include "service/FindDuplicates.h"
#include "service/History.h"
#include "service/RegisterBooks.h"
#include "service/RoutingHabits.h"
#include "service/SenderNotice.h"
#include "service/Submission.h"
#include "storage/DeliveryRepository.h"
#include "storage/FigureRepository.h"
#include "storage/FileRepository.h"
#include "storage/IssuerRepository.h"
#include "storage/ProposalRepository.h"
#include "storage/ReadMarkRepository.h"

#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/db/Db.h"
#include "congvu/events/Events.h"
#include "congvu/files/FileStore.h"
#include "congvu/mandates/Mandates.h"
#include "congvu/registers/Registers.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// Registers a document (vào sổ văn bản đến): everything in one transaction, so that the arrival numbers of an agency and year are 1, 2, 3
/// … without a gap and without a double, whatever happens to other registrations. Who registers a document has read it.
///
/// Errors: 422 for wrong facts, a wrong entry (a register that is not there or out of use, a late day without a reason, a number that is
/// not reserved, a secret document with more than metadata) or a post that is no leader; 403 by a mandate that does not cover it; 409
/// "incoming.duplicate" when the document seems registered already and no reason is given for registering it again; 409
/// "incoming.proposal-gone" or "incoming.delivery-gone" when somebody else was quicker.
class RegisterDocument {
public:
    struct Needs {
        db::Db& db;
        const mandates::Mandates& mandates;
        registers::Registers& registers;
        files::FileStore& files;
        events::Events& events;
        inbox::Inbox& inbox;
        const Clock& clock;
        const DocumentChanges& changes;
        const RegisterBooks& books;
        const RoutingHabits& habits;
        const DocumentSearch& search;
        const Submission& submission;
        const SenderNotice& sender;
        const History& history;
        const calendar::WorkingCalendar& calendar;
        const settings::Settings& settings;
    };
    explicit RegisterDocument(const Needs& needs) : needs_(needs) {}

    /// Registers a proposal of the queue.
    IncomingDocument fromProposal(const http::Caller& clerk, std::string_view proposalId, const Registration& registration) const;
    /// Registers a paper document that has no file yet.
    IncomingDocument fromPaper(const http::Caller& clerk, const Registration& registration) const;
    /// Registers a document that came over the exchange; the sender is told 03.
    IncomingDocument fromDelivery(const http::Caller& clerk, std::string_view deliveryId, const Registration& registration) const;

private:
    /// What a registration comes from.
    struct Source {
        std::vector<DocumentFile> files;
        std::string content;
        bool isRecognised = false;  ///< a machine has recognised the content in pictures
        std::string verdict = "unknown";
        std::int64_t pages = 0;
        std::optional<Delivery> delivery;
    };
    void check(const http::Caller& clerk, const Registration& registration) const;
    void enter(db::Tx& tx, const http::Caller& clerk, const RegisterEntry& entry, const Source& source, IncomingDocument& document) const;
    IncomingDocument write(db::Tx& tx, const http::Caller& clerk, const Registration& registration, const Source& source) const;
    [[nodiscard]] std::optional<Duplicate> duplicateIn(db::Tx& tx, const http::Caller& clerk, const Registration& registration,
                                                       const Source& source) const;
    void countIt(db::Tx& tx, const IncomingDocument& document, const Source& source) const;
    void copyFiles(db::Tx& tx, const IncomingDocument& document, const Source& source) const;
    void submitOrLeave(db::Tx& tx, const http::Caller& clerk, const Registration& registration, IncomingDocument& document) const;
    void publish(db::Tx& tx, const http::Caller& clerk, const IncomingDocument& document, const Source& source) const;

    Needs needs_;
    FindDuplicates duplicates_;
    DocumentRepository documents_;
    ProposalRepository proposals_;
    DeliveryRepository deliveries_;
    FileRepository fileRows_;
    ContentRepository contents_;
    IssuerRepository issuers_;
    CounterRepository counters_;
    ReadMarkRepository readMarks_;
    FigureRepository figures_;
};

}  // namespace congvu::incoming
