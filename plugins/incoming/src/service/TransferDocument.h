// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Transfer.h"
#include "service/CloseDocument.h"
#include "service/DocumentChanges.h"
#include "service/DocumentSearch.h"
#include "service/History.h"
#include "service/SenderNotice.h"
#include "service/Submission.h"
#include "storage/FigureRepository.h"
#include "storage/ReadMarkRepository.h"
#include "storage/TransferRepository.h"

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/notifications/Notifications.h"

#include <string_view>
#include <vector>

namespace congvu::incoming {

/// Chuyển văn bản without a direction: to one unit or person who handles it, or to any number for information (để biết). What lies with
/// somebody may be forwarded, returned and finished by him, and recalled by whom it came from.
///
/// Rules: a document is handled by one holder at most; only who reads the whole agency's documents hands out one that nobody has yet; a
/// unit's transfer lies with its heads (posts with "incoming.transfer"); whoever recalls or returns puts the document back where it was
/// before. Errors: 422 for recipients that are not of the agency; 403 for an act that is not the caller's; 409 "incoming.not-now" when it
/// is too late.
class TransferDocument {
public:
    static constexpr std::string_view kPermission = "incoming.transfer";
    static constexpr std::string_view kWorkHandle = "incoming.handle";
    static constexpr std::string_view kWorkInform = "incoming.inform";

    struct Needs {
        db::Db& db;
        inbox::Inbox& inbox;
        const directory::Directory& directory;
        notifications::Notifications& notifications;
        const Clock& clock;
        const DocumentChanges& changes;
        const DocumentSearch& search;
        const Submission& submission;
        const SenderNotice& sender;
        const CloseDocument& closing;
        const History& history;
    };
    explicit TransferDocument(const Needs& needs) : needs_(needs) {}

    /// Hands the document on, or forwards it when it lies with the caller. One transfer for each recipient; somebody who was informed
    /// before is not informed again.
    std::vector<TransferView> run(const http::Caller& caller, std::string_view documentId, const TransferInput& input) const;
    [[nodiscard]] std::vector<TransferView> ofDocument(const http::Caller& caller, std::string_view documentId) const;
    /// The sender takes back what lies with its recipient.
    void recall(const http::Caller& caller, std::string_view documentId, std::string_view transferId, std::string_view reason) const;
    /// The holder gives it back.
    void giveBack(const http::Caller& caller, std::string_view documentId, std::string_view transferId, std::string_view reason) const;
    /// The holder has done what was to be done; the document is completed.
    IncomingDocument complete(const http::Caller& caller, std::string_view documentId, std::string_view transferId,
                              std::string_view note) const;
    /// Marks the document as read by the caller, and writes the receipts of what was transferred to him.
    /// Marks the document read by the person and notes the receipt; what a post got for information stays open when another acts for it.
    void markRead(const http::Caller& caller, std::string_view documentId) const;

private:
    [[nodiscard]] std::vector<Transfer> build(const http::Caller& caller, const TransferInput& input) const;
    void handle(db::Tx& tx, const http::Caller& caller, IncomingDocument& document, Transfer& transfer) const;
    void inform(db::Tx& tx, const http::Caller& caller, const IncomingDocument& document, Transfer& transfer) const;
    void place(db::Tx& tx, const http::Caller& caller, const IncomingDocument& document, const Transfer& transfer) const;
    void openWork(db::Tx& tx, const IncomingDocument& document, const Transfer& transfer) const;
    /// Puts the document back where it was before a transfer that is over.
    void putBack(db::Tx& tx, const http::Caller& caller, IncomingDocument& document, const Transfer& transfer, DocumentAct act) const;
    void takeBackInformation(db::Tx& tx, const IncomingDocument& document, const Transfer& transfer) const;
    [[nodiscard]] Transfer require(db::Reader& reader, const IncomingDocument& document, std::string_view transferId) const;
    [[nodiscard]] TransferView viewFor(const http::Caller& caller, const Transfer& transfer) const;
    void end(db::Tx& tx, Transfer& transfer, TransferState state, std::string_view note) const;

    Needs needs_;
    TransferRepository transfers_;
    DocumentAccess access_;
    ReadMarkRepository readMarks_;
    FigureRepository figures_;
};

}  // namespace congvu::incoming
