// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/IncomingDocument.h"
#include "storage/CounterRepository.h"
#include "storage/DocumentRepository.h"
#include "storage/FigureRepository.h"
#include "storage/TransferRepository.h"

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "congvu/notifications/Notifications.h"
#include "congvu/time/Clock.h"

#include <string_view>

namespace congvu::incoming {

/// How every use case changes a document: find it for the caller, move its state by the rules, save it with its counters, and tell open
/// pages.
class DocumentChanges {
public:
    DocumentChanges(notifications::Notifications& notifications, const Clock& clock) : notifications_(notifications), clock_(clock) {}

    /// The document if the caller may see it; AppError notFound otherwise.
    [[nodiscard]] IncomingDocument require(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    /// Applies the act to the state; AppError conflict "incoming.not-now" when the life cycle does not allow it.
    static void move(IncomingDocument& document, DocumentAct act);
    /// Writes a changed document; `before` is its state as it was read. Leaving `transferred` ends the open transfer. AppError stale when
    /// somebody else was quicker.
    void save(db::Tx& tx, IncomingDocument& document, DocumentState before) const;
    /// Counts a new document.
    void count(db::Tx& tx, const IncomingDocument& document) const;
    /// Tells the open pages of the agency's readers that lists and this document are out of date.
    void refreshPages(db::Tx& tx, std::string_view agencyId, std::string_view documentId) const;
    /// The same for the clerks' queue alone: how far a file in it has come.
    void refreshQueue(db::Tx& tx, std::string_view agencyId, std::string_view proposalId) const;

private:
    notifications::Notifications& notifications_;
    const Clock& clock_;
    DocumentRepository documents_;
    CounterRepository counters_;
    TransferRepository transfers_;
    FigureRepository figures_;
};

}  // namespace congvu::incoming
