// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Proposal.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::incoming {

/// All SQL of incoming_proposal; how far recognition has come is read along. Proposals belong to an agency; every clerk of it works on the
/// same queue.
class ProposalRepository {
public:
    void insert(db::Tx& tx, const Proposal& proposal) const;
    [[nodiscard]] std::optional<Proposal> find(db::Reader& reader, std::string_view agencyId, std::string_view id) const;
    /// The queue (waiting, ready and failed), oldest first; without content, report and draft.
    [[nodiscard]] db::Page<Proposal> queue(db::Reader& reader, std::string_view agencyId, const db::PageRequest& request) const;
    /// What verification has found; turns waiting into ready. False when the proposal waits no more.
    [[nodiscard]] bool setVerified(db::Tx& tx, std::string_view id, std::string_view verdict, std::string_view report, Timestamp at) const;
    /// What a later verification has found, while the proposal is in the queue.
    void setVerdict(db::Tx& tx, std::string_view id, std::string_view verdict, std::string_view report) const;
    /// What recognition has found, while the proposal is in the queue.
    void setRecognised(db::Tx& tx, std::string_view id, std::string_view reading, std::string_view content) const;
    /// Refuses a file that is in the queue and wipes everything that was read from it. False when it is there no more.
    [[nodiscard]] bool refuse(db::Tx& tx, std::string_view id, std::string_view failure, Timestamp at) const;
    /// Stores the clerk's draft if the version is still `version`.
    [[nodiscard]] bool saveDraft(db::Tx& tx, std::string_view agencyId, std::string_view id, std::int64_t version, std::string_view draft,
                                 Timestamp at) const;
    /// Takes the proposal out of the queue, as registered (with the document) or discarded. False when it is not in the queue any more.
    [[nodiscard]] bool finish(db::Tx& tx, std::string_view id, ProposalState state, const std::optional<std::string>& documentId,
                              Timestamp at) const;
    /// Proposals whose verification has been waiting since before `since`, at most 50.
    [[nodiscard]] std::vector<std::string> waitingSince(db::Reader& reader, Timestamp since) const;
    [[nodiscard]] std::optional<Proposal> findForVerification(db::Reader& reader, std::string_view id) const;
    /// Whatever its state and agency.
    [[nodiscard]] std::optional<Proposal> findForRecognition(db::Reader& reader, std::string_view id) const;
    /// How many failed proposals each agency has that were last changed before `before`.
    [[nodiscard]] std::vector<std::pair<std::string, std::int64_t>> failedBefore(db::Reader& reader, Timestamp before) const;
    /// Forgets discarded and failed proposals that were last changed before `before`; returns how many.
    std::int64_t forget(db::Tx& tx, Timestamp before) const;
};

}  // namespace congvu::incoming
