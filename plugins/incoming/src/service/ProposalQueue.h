// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DocumentFile.h"
#include "domain/Proposal.h"
#include "service/DocumentChanges.h"
#include "service/FindDuplicates.h"
#include "service/History.h"
#include "storage/CounterRepository.h"
#include "storage/FileRepository.h"
#include "storage/ProposalRepository.h"
#include "storage/RecognitionRepository.h"

#include "congvu/db/Db.h"
#include "congvu/files/FileStore.h"
#include "congvu/time/Clock.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::incoming {

/// One proposal with what the clerk needs to decide on it.
struct ProposalDetail {
    Proposal proposal;
    std::vector<FileView> files;
    std::vector<Duplicate> duplicates;  ///< of the reading, or of the draft where one is saved
};

/// The clerks' queue of an agency: list, look, save a draft, throw away.
class ProposalQueue {
public:
    ProposalQueue(db::Db& db, files::FileStore& store, const Clock& clock, const DocumentChanges& changes, const History& history)
        : db_(db), store_(store), clock_(clock), changes_(changes), history_(history) {}

    [[nodiscard]] db::Page<Proposal> list(const http::Caller& clerk, const db::PageRequest& request) const;
    /// AppError notFound unless the proposal is the clerk's agency's. Acts ask this before they look at what was sent.
    void requireVisible(const http::Caller& clerk, std::string_view id) const;
    [[nodiscard]] ProposalDetail find(const http::Caller& clerk, std::string_view id) const;
    [[nodiscard]] DocumentFile file(const http::Caller& clerk, std::string_view id) const;
    /// Keeps what the clerk has typed. `draftJson` is stored as it is; 412 when somebody else saved in between.
    ProposalDetail saveDraft(const http::Caller& clerk, std::string_view id, std::int64_t expectedVersion,
                             std::string_view draftJson) const;
    /// Throws a proposal away with its files; what was done stays in its history.
    void discard(const http::Caller& clerk, std::string_view id) const;
    /// Takes refused files out of the queue and forgets discarded ones that were last changed before `before`.
    void forget(Timestamp before) const;
    [[nodiscard]] std::vector<Duplicate> duplicates(const http::Caller& clerk, const Reference& reference) const;

private:
    [[nodiscard]] ProposalDetail detail(db::Reader& reader, const http::Caller& clerk, std::string_view id) const;

    void forgetFiles(db::Tx& tx, std::string_view id) const;

    db::Db& db_;
    files::FileStore& store_;
    const Clock& clock_;
    const DocumentChanges& changes_;
    const History& history_;
    ProposalRepository proposals_;
    FileRepository files_;
    CounterRepository counters_;
    RecognitionRepository recognition_;
    FindDuplicates findDuplicates_;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::ProposalDetail> {
    static auto fields() {
        using Detail = congvu::incoming::ProposalDetail;
        return std::tuple{field("proposal", &Detail::proposal), field("files", &Detail::files), field("duplicates", &Detail::duplicates)};
    }
};
