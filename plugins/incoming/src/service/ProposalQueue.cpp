// SPDX-License-Identifier: Apache-2.0
#include "service/ProposalQueue.h"

#include "domain/Links.h"
#include "domain/proposal/DocumentProposal.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"

namespace congvu::incoming {

namespace {

/// What the machine read, as the reference that duplicates are looked up by.
Reference referenceOf(const Proposal& proposal) {
    Reference reference;
    reference.sha256 = proposal.sha256;
    if (proposal.reading.text != "null") {
        const auto reading = json::decode<DocumentProposal>(proposal.reading.text, json::UnknownMembers::skip);
        reference.symbol = reading.symbol.value;
        reference.issuerName = reading.issuerName.value;
        reference.documentDate = Date::parse(reading.documentDate.value);
    }
    return reference;
}

}  // namespace

db::Page<Proposal> ProposalQueue::list(const http::Caller& clerk, const db::PageRequest& request) const {
    return db_.read([&](db::Reader& reader) { return proposals_.queue(reader, clerk.agencyId, request); });
}

void ProposalQueue::requireVisible(const http::Caller& clerk, std::string_view id) const {
    if (!db_.read([&](db::Reader& reader) { return proposals_.find(reader, clerk.agencyId, id); })) {
        throw AppError::notFound();
    }
}

ProposalDetail ProposalQueue::find(const http::Caller& clerk, std::string_view id) const {
    return db_.read([&](db::Reader& reader) { return detail(reader, clerk, id); });
}

ProposalDetail ProposalQueue::detail(db::Reader& reader, const http::Caller& clerk, std::string_view id) const {
    auto proposal = proposals_.find(reader, clerk.agencyId, id);
    if (!proposal) {
        throw AppError::notFound();
    }
    ProposalDetail detail;
    for (const auto& file : files_.ofOwner(reader, "proposal", id)) {
        detail.files.push_back(FileView::of(file));
    }
    detail.duplicates = findDuplicates_.run(reader, clerk.agencyId, referenceOf(*proposal));
    detail.proposal = std::move(*proposal);
    return detail;
}

DocumentFile ProposalQueue::file(const http::Caller& clerk, std::string_view id) const {
    return db_.read([&](db::Reader& reader) {
        const auto proposal = proposals_.find(reader, clerk.agencyId, id);
        auto files = proposal ? files_.ofOwner(reader, "proposal", id) : std::vector<DocumentFile>{};
        if (files.empty()) {
            throw AppError::notFound();
        }
        return std::move(files.front());
    });
}

ProposalDetail ProposalQueue::saveDraft(const http::Caller& clerk, std::string_view id, std::int64_t expectedVersion,
                                        std::string_view draftJson) const {
    return db_.write([&](db::Tx& tx) {
        if (!proposals_.find(tx, clerk.agencyId, id)) {
            throw AppError::notFound();
        }
        if (!proposals_.saveDraft(tx, clerk.agencyId, id, expectedVersion, draftJson, clock_.now())) {
            throw AppError::stale();
        }
        return detail(tx, clerk, id);
    });
}

void ProposalQueue::discard(const http::Caller& clerk, std::string_view id) const {
    db_.write([&](db::Tx& tx) {
        if (!proposals_.find(tx, clerk.agencyId, id)) {
            throw AppError::notFound();
        }
        if (!proposals_.finish(tx, id, ProposalState::discarded, std::nullopt, clock_.now())) {
            throw AppError(ErrorKind::conflict, "incoming.proposal-gone");
        }
        forgetFiles(tx, id);
        recognition_.remove(tx, id);
        counters_.add(tx, clerk.agencyId, counter::kQueue, -1);
        history_.note(tx, clerk, proposalRef(std::string{id}), "discarded");
        changes_.refreshPages(tx, clerk.agencyId, id);
    });
}

void ProposalQueue::forgetFiles(db::Tx& tx, std::string_view id) const {
    for (const auto& file : files_.ofOwner(tx, "proposal", id)) {
        store_.forget(tx, file.stored.id);
    }
    files_.removeAllOf(tx, "proposal", id);
}

void ProposalQueue::forget(Timestamp before) const {
    db_.write([&](db::Tx& tx) {
        for (const auto& [agencyId, failed] : proposals_.failedBefore(tx, before)) {
            counters_.add(tx, agencyId, counter::kQueue, -failed);
        }
        proposals_.forget(tx, before);
    });
}

std::vector<Duplicate> ProposalQueue::duplicates(const http::Caller& clerk, const Reference& reference) const {
    return db_.read([&](db::Reader& reader) { return findDuplicates_.run(reader, clerk.agencyId, reference); });
}

}  // namespace congvu::incoming
