// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "domain/OutgoingMail.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// Mails of an agency that need somebody's eye.
struct MailCounts {
    std::int64_t waiting = 0;  ///< both at most kMostCounted
    std::int64_t failed = 0;
};

/// All SQL of outgoing_mail.
class MailRepository {
public:
    static constexpr std::int64_t kMostCounted = 1'000;

    void insert(db::Tx& tx, const OutgoingMail& mail) const;
    /// Those whose time has come, the longest waiting first.
    [[nodiscard]] std::vector<OutgoingMail> due(db::Reader& reader, Timestamp now, std::int64_t most) const;
    /// Those that have been on their way since before \p since: their process ended in between.
    [[nodiscard]] std::vector<OutgoingMail> leftOver(db::Reader& reader, Timestamp since, std::int64_t most) const;
    /// From "queued" to "sending"; false when it is not queued any more.
    [[nodiscard]] bool take(db::Tx& tx, std::string_view id, Timestamp at) const;
    /// Writes how an attempt ended, from state \p from; false when it is in another state.
    bool write(db::Tx& tx, const OutgoingMail& mail, MailState from) const;
    /// One mail of the document.
    [[nodiscard]] std::optional<OutgoingMail> find(db::Reader& reader, std::string_view documentId, std::string_view id) const;
    [[nodiscard]] std::vector<OutgoingMail> ofDocument(db::Reader& reader, std::string_view documentId) const;
    /// Of the agency, the latest change first; all, or those in one state.
    [[nodiscard]] db::Page<MailRow> page(db::Reader& reader, std::string_view agencyId, std::optional<MailState> state,
                                         const db::PageRequest& page) const;
    [[nodiscard]] MailCounts counts(db::Reader& reader, std::string_view agencyId) const;
    /// Takes back what waits for its turn and what was refused; what may have come stays as it is.
    void dropQueued(db::Tx& tx, std::string_view documentId, Timestamp at) const;
    /// The recipient has the document, so its mail has come, whatever the last attempt looked like.
    void settle(db::Tx& tx, std::string_view deliveryId, Timestamp at) const;
};

}  // namespace congvu::outgoing
