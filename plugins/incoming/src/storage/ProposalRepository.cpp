// SPDX-License-Identifier: Apache-2.0
#include "storage/ProposalRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::incoming {

namespace {

/// How far recognition has come, of a file that needs it.
std::optional<Recognition> recognitionOf(const db::Row& row, int column) {
    if (row.isNull(column)) {
        return std::nullopt;
    }
    return Recognition{json::enumFrom<RecognitionState>(row.text(column)).value_or(RecognitionState::failed), row.integer(column + 2),
                       row.integer(column + 3), row.string(column + 1)};
}

Proposal proposalHead(const db::Row& row) {
    Proposal proposal;
    proposal.id = row.string(0);
    proposal.agencyId = row.string(1);
    proposal.version = row.integer(2);
    proposal.state = json::enumFrom<ProposalState>(row.text(3)).value_or(ProposalState::failed);
    proposal.failure = row.string(4);
    proposal.createdByPostId = row.string(5);
    proposal.createdByName = row.string(6);
    proposal.createdAt = row.time(7);
    proposal.fileName = row.string(8);
    proposal.sha256 = row.string(9);
    proposal.sizeBytes = row.integer(10);
    proposal.pages = row.integer(11);
    proposal.reading.text = row.string(12);
    proposal.verdict = row.string(13);
    proposal.documentId = row.optionalString(14);
    proposal.recognition = recognitionOf(row, 15);
    return proposal;
}

Proposal wholeProposal(const db::Row& row) {
    auto proposal = proposalHead(row);
    proposal.draft.text = row.string(19);
    proposal.content = row.string(20);
    proposal.report.text = row.string(21);
    return proposal;
}

}  // namespace

void ProposalRepository::insert(db::Tx& tx, const Proposal& proposal) const {
    tx.execute(R"sql(
        INSERT INTO incoming_proposal (id, agency_id, version, state, failure, created_by_post_id, created_by_name, created_at, changed_at,
            file_name, sha256, size_bytes, pages, reading, draft, content, verdict, report, document_id)
        VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, 'null', $13, $14, $15, NULL)
    )sql",
               {proposal.id, proposal.agencyId, json::nameOf(proposal.state), proposal.failure, proposal.createdByPostId,
                proposal.createdByName, proposal.createdAt, proposal.fileName, proposal.sha256, proposal.sizeBytes, proposal.pages,
                proposal.reading.text, proposal.content, proposal.verdict, proposal.report.text});
}

std::optional<Proposal> ProposalRepository::find(db::Reader& reader, std::string_view agencyId, std::string_view id) const {
    return reader.one(R"sql(
        SELECT p.id, p.agency_id, p.version, p.state, p.failure, p.created_by_post_id, p.created_by_name, p.created_at, p.file_name, p.sha256,
            p.size_bytes, p.pages, p.reading, p.verdict, p.document_id, r.state, r.failure, r.pages_done, r.pages_total, p.draft, p.content,
            p.report
        FROM incoming_proposal p LEFT JOIN incoming_recognition r ON r.proposal_id = p.id
        WHERE p.id = $1 AND p.agency_id = $2
    )sql",
                      {id, agencyId}, wholeProposal);
}

std::optional<Proposal> ProposalRepository::findForVerification(db::Reader& reader, std::string_view id) const {
    return reader.one(R"sql(
        SELECT p.id, p.agency_id, p.version, p.state, p.failure, p.created_by_post_id, p.created_by_name, p.created_at, p.file_name, p.sha256,
            p.size_bytes, p.pages, p.reading, p.verdict, p.document_id, r.state, r.failure, r.pages_done, r.pages_total, p.draft, p.content,
            p.report
        FROM incoming_proposal p LEFT JOIN incoming_recognition r ON r.proposal_id = p.id
        WHERE p.id = $1 AND p.state = 'waiting'
    )sql",
                      {id}, wholeProposal);
}

std::optional<Proposal> ProposalRepository::findForRecognition(db::Reader& reader, std::string_view id) const {
    return reader.one(R"sql(
        SELECT p.id, p.agency_id, p.version, p.state, p.failure, p.created_by_post_id, p.created_by_name, p.created_at, p.file_name, p.sha256,
            p.size_bytes, p.pages, p.reading, p.verdict, p.document_id, r.state, r.failure, r.pages_done, r.pages_total, p.draft, p.content,
            p.report
        FROM incoming_proposal p LEFT JOIN incoming_recognition r ON r.proposal_id = p.id
        WHERE p.id = $1
    )sql",
                      {id}, wholeProposal);
}

db::Page<Proposal> ProposalRepository::queue(db::Reader& reader, std::string_view agencyId, const db::PageRequest& request) const {
    const auto after = request.cursor.empty() ? std::string{} : db::unpackCursor(request.cursor, 1).front();
    auto rows = reader.list(R"sql(
        SELECT p.id, p.agency_id, p.version, p.state, p.failure, p.created_by_post_id, p.created_by_name, p.created_at, p.file_name, p.sha256,
            p.size_bytes, p.pages, p.reading, p.verdict, p.document_id, r.state, r.failure, r.pages_done, r.pages_total
        FROM incoming_proposal p LEFT JOIN incoming_recognition r ON r.proposal_id = p.id
        WHERE p.agency_id = $1 AND p.state IN ('waiting', 'ready', 'failed') AND p.id > $2 ORDER BY p.id LIMIT $3
    )sql",
                            {agencyId, after, request.limit + 1}, proposalHead);
    return db::makePage(std::move(rows), request, [](const Proposal& proposal) { return std::vector{proposal.id}; });
}

bool ProposalRepository::setVerified(db::Tx& tx, std::string_view id, std::string_view verdict, std::string_view report,
                                     Timestamp at) const {
    return tx.execute(R"sql(
        UPDATE incoming_proposal SET state = 'ready', verdict = $2, report = $3, changed_at = $4 WHERE id = $1 AND state = 'waiting'
    )sql",
                      {id, verdict, report, at}) == 1;
}

void ProposalRepository::setVerdict(db::Tx& tx, std::string_view id, std::string_view verdict, std::string_view report) const {
    tx.execute("UPDATE incoming_proposal SET verdict = $2, report = $3 WHERE id = $1 AND state = 'ready'", {id, verdict, report});
}

void ProposalRepository::setRecognised(db::Tx& tx, std::string_view id, std::string_view reading, std::string_view content) const {
    tx.execute("UPDATE incoming_proposal SET reading = $2, content = $3 WHERE id = $1 AND state IN ('waiting', 'ready')",
               {id, reading, content});
}

bool ProposalRepository::refuse(db::Tx& tx, std::string_view id, std::string_view failure, Timestamp at) const {
    return tx.execute(R"sql(
        UPDATE incoming_proposal SET state = 'failed', failure = $2, file_name = '', sha256 = '', reading = 'null', draft = 'null',
            content = '', report = 'null', version = version + 1, changed_at = $3
        WHERE id = $1 AND state IN ('waiting', 'ready')
    )sql",
                      {id, failure, at}) == 1;
}

bool ProposalRepository::saveDraft(db::Tx& tx, std::string_view agencyId, std::string_view id, std::int64_t version, std::string_view draft,
                                   Timestamp at) const {
    return tx.execute(R"sql(
        UPDATE incoming_proposal SET draft = $4, version = version + 1, changed_at = $5
        WHERE id = $1 AND agency_id = $2 AND version = $3 AND state IN ('waiting', 'ready')
    )sql",
                      {id, agencyId, version, draft, at}) == 1;
}

bool ProposalRepository::finish(db::Tx& tx, std::string_view id, ProposalState state, const std::optional<std::string>& documentId,
                                Timestamp at) const {
    return tx.execute(R"sql(
        UPDATE incoming_proposal SET state = $2, document_id = $3, version = version + 1, changed_at = $4
        WHERE id = $1 AND state IN ('waiting', 'ready', 'failed')
    )sql",
                      {id, json::nameOf(state), documentId, at}) == 1;
}

std::vector<std::string> ProposalRepository::waitingSince(db::Reader& reader, Timestamp since) const {
    return reader.list("SELECT id FROM incoming_proposal WHERE state = 'waiting' AND changed_at < $1 ORDER BY changed_at LIMIT 50", {since},
                       [](const db::Row& row) { return row.string(0); });
}

std::vector<std::pair<std::string, std::int64_t>> ProposalRepository::failedBefore(db::Reader& reader, Timestamp before) const {
    return reader.list(R"sql(
        SELECT agency_id, COUNT(*) FROM incoming_proposal WHERE state = 'failed' AND changed_at < $1
        GROUP BY agency_id ORDER BY agency_id LIMIT 10000
    )sql",
                       {before}, [](const db::Row& row) {
                           return std::pair{row.string(0), row.integer(1)};
                       });
}

std::int64_t ProposalRepository::forget(db::Tx& tx, Timestamp before) const {
    return tx.execute("DELETE FROM incoming_proposal WHERE state IN ('discarded', 'failed') AND changed_at < $1", {before});
}

}  // namespace congvu::incoming
