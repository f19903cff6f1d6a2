// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Transfer.h"

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::incoming {

/// All SQL of incoming_transfer and incoming_receipt.
class TransferRepository {
public:
    void insert(db::Tx& tx, std::string_view agencyId, const Transfer& transfer) const;
    /// A transfer of that document.
    [[nodiscard]] std::optional<Transfer> find(db::Reader& reader, std::string_view documentId, std::string_view id) const;
    /// The one transfer by which somebody handles the document now.
    [[nodiscard]] std::optional<Transfer> holding(db::Reader& reader, std::string_view documentId) const;
    /// Oldest first, at most 200.
    [[nodiscard]] std::vector<Transfer> ofDocument(db::Reader& reader, std::string_view documentId) const;
    /// Moves a transfer out of `before`; false when it is no longer there. Writes state, end and note.
    [[nodiscard]] bool move(db::Tx& tx, const Transfer& transfer, TransferState before) const;
    /// Ends the transfer by which the document is handled, because the document goes another way.
    void endHandling(db::Tx& tx, std::string_view documentId, Timestamp at) const;

    /// The open transfers of a document to the caller's post or unit.
    [[nodiscard]] std::vector<Transfer> openFor(db::Reader& reader, std::string_view documentId, const http::Caller& caller) const;
    /// Remembers that the caller has opened what was transferred to him; the first time counts.
    void receipt(db::Tx& tx, std::string_view transferId, const http::Caller& caller, Timestamp at) const;
    /// Receipts of the transfers of a document with the transfer's id, oldest first.
    [[nodiscard]] std::vector<std::pair<std::string, Receipt>> receipts(db::Reader& reader, std::string_view documentId) const;
};

}  // namespace congvu::incoming
