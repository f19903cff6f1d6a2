// SPDX-License-Identifier: Apache-2.0
#include "storage/DocumentRepository.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"
#include "congvu/lists/MarkerFilter.h"
#include "congvu/text/Text.h"
#include "storage/LikePattern.h"

#include <charconv>
#include <limits>

namespace congvu::outgoing {

namespace {

OutgoingDocument documentOf(const db::Row& row) {
    OutgoingDocument found;
    found.id = row.string(0);
    found.agencyId = row.string(1);
    found.unitId = row.string(2);
    found.drafterPostId = row.string(3);
    found.drafterName = row.string(4);
    found.formId = row.string(5);
    found.typeAbbreviation = row.string(6);
    found.typeName = row.string(7);
    found.subject = row.string(8);
    found.urgency = row.string(9);
    found.state = json::enumFrom<DocumentState>(row.text(10)).value_or(DocumentState::cancelled);
    found.fields.text = row.string(11);
    found.draftNumber = row.integer(12);
    found.currentStep = row.integer(13);
    found.signerPostId = row.string(14);
    found.signerName = row.string(15);
    found.signerTitle = row.string(16);
    found.sourceDocumentId = row.optionalString(17);
    found.sourceTaskId = row.optionalString(18);
    found.dueOn = row.optionalDate(19);
    found.fileId = row.optionalString(20);
    found.requestId = row.optionalString(21);
    found.pages = row.integer(22);
    found.number = row.optionalInteger(23);
    found.numberGroup = row.string(24);
    found.symbol = row.string(25);
    found.numberAndSymbol = row.string(26);
    found.documentDate = row.optionalDate(27);
    found.issuedAt = row.optionalTime(28);
    found.recallReason = row.string(29);
    found.createdAt = row.time(30);
    found.updatedAt = row.time(31);
    found.version = row.integer(32);
    found.signedAt = row.optionalTime(33);
    found.ownFileId = row.optionalString(34);
    return found;
}

DocumentRow rowOf(const db::Row& row) {
    const auto state = json::enumFrom<DocumentState>(row.text(9)).value_or(DocumentState::cancelled);
    return {row.string(0), row.string(1), row.string(2), row.string(3),   row.optionalDate(4),  row.string(5), row.string(6),
            row.string(7), row.string(8), state,         row.boolean(10), row.optionalDate(11), row.time(12),  row.optionalTime(13)};
}

/// Who may see a document: a draft is seen by its writer, whoever is or was in its chain, the head of the writer's unit, the office and
/// the signers of the agency; a signed one also by those who read everything and by the writer's unit. $1 to $5 as policyOf gives them.
constexpr const char* kVisible = R"sql(d.agency_id = $1
          AND (EXISTS (SELECT 1 FROM outgoing_access a WHERE a.document_id = d.id AND a.token = 'post:' || $2)
               OR $4 >= 3 OR ($4 >= 2 AND d.unit_id = $3)
               OR (d.state NOT IN ('draft', 'in_review', 'to_sign', 'cancelled') AND ($5 OR d.unit_id = $3))))sql";

/// $1 agency, $2 post, $3 unit, $4 whose drafts: 3 the agency's, 2 the unit's, 1 only those one has to do with, $5 reads all signed ones.
db::Params policyOf(const http::Caller& caller) {
    const bool oversees = caller.may("outgoing.check-form") || caller.may("outgoing.sign");
    const std::int64_t drafts = oversees ? 3 : caller.may("outgoing.review") ? 2 : 1;
    return {caller.agencyId, caller.postId, caller.unitId, drafts, caller.may("outgoing.read-all")};
}

constexpr const char* kSelectDocument = R"sql(
        SELECT d.id, d.agency_id, d.unit_id, d.drafter_post_id, d.drafter_name, d.form_id, d.type_abbreviation, d.type_name, d.subject,
               d.urgency, d.state, d.fields_json, d.draft_number, d.current_step, d.signer_post_id, d.signer_name, d.signer_title,
               d.source_document_id, d.source_task_id, d.due_on, d.file_id, d.request_id, d.pages, d.number, d.number_group, d.symbol,
               d.number_and_symbol, d.document_date, d.issued_at, d.recall_reason, d.created_at, d.updated_at, d.version,
               d.signed_at, d.own_file_id
        FROM outgoing_document d )sql";

constexpr const char* kSelectRows = R"sql(
        SELECT d.id, d.type_name, d.subject, d.number_and_symbol, d.document_date, d.drafter_name, COALESCE(s.person_name, ''), d.signer_name,
               d.urgency, d.state,
               EXISTS (SELECT 1 FROM outgoing_step r WHERE r.document_id = d.id AND r.state = 'returned'), d.due_on, d.updated_at, d.signed_at
        FROM )sql";
constexpr const char* kDocumentsAndSteps = R"sql(outgoing_document d
        LEFT JOIN outgoing_step s ON s.document_id = d.id AND s.position = d.current_step AND s.state = 'current'
        WHERE )sql";

constexpr const char* kListFilter = R"sql(
          AND (d.updated_at, d.id) < ($6, $7)
          AND ($8 = ',' OR $8 LIKE '%,' || d.state || ',%')
          AND (NOT $9 OR d.drafter_post_id = $2)
          AND ($10 = '' OR d.folded LIKE $10 ESCAPE '~')
          AND ($11 = '' OR d.source_document_id = $11)
          AND ($12 = '' OR d.source_task_id = $12)
          AND (NOT $13 OR s.post_id = $2)
          AND (NOT $14 OR (d.state = 'draft' AND EXISTS (SELECT 1 FROM outgoing_step r WHERE r.document_id = d.id AND r.state = 'returned'))))sql";
constexpr const char* kListOrder = " ORDER BY d.updated_at DESC, d.id DESC LIMIT $15";

/// $16 the person, $17 the marker: what stands under a marker is read by the index of the marked.
std::string listStatementOf(const ListFilter& filter) {
    std::string sql{kSelectRows};
    const bool isFoundByMarker = !filter.markerId.empty();
    sql.append(isFoundByMarker ? lists::kMarkedFrom : std::string_view{}).append(kDocumentsAndSteps).append(kVisible).append(kListFilter);
    if (isFoundByMarker) {
        sql.append(" AND ").append(lists::markedCondition({"d.id", "outgoing", "document"}, "$16", "$17"));
    }
    return sql.append(kListOrder);
}

/// The time of a cursor; AppError invalid when it is no number.
std::int64_t timeOf(const std::string& text) {
    std::int64_t time = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), time);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw AppError::invalidField("/cursor", "bad-cursor");
    }
    return time;
}

std::string foldedOf(const OutgoingDocument& document) {
    return text::fold(document.subject + " " + document.numberAndSymbol + " " + document.typeName + " " + document.drafterName);
}

/// States as a text that LIKE can look into: ",draft,in_review,".
std::string stateList(const std::vector<DocumentState>& states) {
    std::string list = ",";
    for (const auto state : states) {
        list += std::string{json::nameOf(state)} + ",";
    }
    return list;
}

}  // namespace

void DocumentRepository::insert(db::Tx& tx, const OutgoingDocument& d) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_document (id, agency_id, unit_id, drafter_post_id, drafter_name, form_id, type_abbreviation, type_name, subject, folded,
                                       urgency, state, fields_json, draft_number, current_step, signer_post_id, signer_name, signer_title,
                                       source_document_id, source_task_id, due_on, file_id, request_id, pages, number, number_group, symbol,
                                       number_and_symbol, document_date, issued_at, recall_reason, created_at, updated_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28,
                $29, $30, $31, $32, $33, $34))sql",
               {d.id,           d.agencyId,     d.unitId,       d.drafterPostId, d.drafterName,         d.formId,       d.typeAbbreviation,
                d.typeName,     d.subject,      foldedOf(d),    d.urgency,       json::nameOf(d.state), d.fields.text,  d.draftNumber,
                d.currentStep,  d.signerPostId, d.signerName,   d.signerTitle,   d.sourceDocumentId,    d.sourceTaskId, d.dueOn,
                d.fileId,       d.requestId,    d.pages,        d.number,        d.numberGroup,         d.symbol,       d.numberAndSymbol,
                d.documentDate, d.issuedAt,     d.recallReason, d.createdAt,     d.updatedAt,           d.version});
    count(tx, d.agencyId, d.state, 1);
}

bool DocumentRepository::update(db::Tx& tx, const OutgoingDocument& d, std::int64_t expectedVersion) const {
    const auto before =
        tx.one("SELECT state FROM outgoing_document WHERE id = $1 AND version = $2", {d.id, expectedVersion},
               [](const db::Row& row) { return json::enumFrom<DocumentState>(row.text(0)).value_or(DocumentState::cancelled); });
    if (!before) {
        return false;
    }
    tx.execute(R"sql(
        UPDATE outgoing_document
        SET subject = $2, folded = $3, urgency = $4, state = $5, fields_json = $6, draft_number = $7, current_step = $8, signer_post_id = $9,
            signer_name = $10, signer_title = $11, due_on = $12, file_id = $13, request_id = $14, pages = $15, number = $16, number_group = $17,
            symbol = $18, number_and_symbol = $19, document_date = $20, issued_at = $21, recall_reason = $22, updated_at = $23, signed_at = $24,
            own_file_id = $25, version = version + 1
        WHERE id = $1)sql",
               {d.id,          d.subject,      foldedOf(d),   d.urgency,         json::nameOf(d.state),
                d.fields.text, d.draftNumber,  d.currentStep, d.signerPostId,    d.signerName,
                d.signerTitle, d.dueOn,        d.fileId,      d.requestId,       d.pages,
                d.number,      d.numberGroup,  d.symbol,      d.numberAndSymbol, d.documentDate,
                d.issuedAt,    d.recallReason, d.updatedAt,   d.signedAt,        d.ownFileId});
    if (*before != d.state) {
        count(tx, d.agencyId, *before, -1);
        count(tx, d.agencyId, d.state, 1);
    }
    return true;
}

std::optional<OutgoingDocument> DocumentRepository::find(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    static const std::string statement = std::string{kSelectDocument} + "WHERE d.id = $6 AND " + kVisible;
    auto params = policyOf(caller);
    params.emplace_back(id);
    return reader.one(statement, params, documentOf);
}

std::vector<std::string> DocumentRepository::visible(db::Reader& reader, const http::Caller& caller,
                                                     const std::vector<std::string>& ids) const {
    if (ids.empty()) {
        return {};
    }
    auto params = policyOf(caller);
    std::string places;
    for (const auto& id : ids) {
        params.emplace_back(id);
        places += (places.empty() ? "$" : ", $") + std::to_string(params.size());
    }
    const auto statement =
        "SELECT d.id FROM outgoing_document d WHERE " + std::string{kVisible} + " AND d.id IN (" + places + ") ORDER BY d.id LIMIT 200";
    return reader.list(statement, params, [](const db::Row& row) { return row.string(0); });
}

std::vector<DocumentRow> DocumentRepository::rowsOf(db::Reader& reader, const http::Caller& caller,
                                                    const std::vector<std::string>& ids) const {
    if (ids.empty()) {
        return {};
    }
    auto params = policyOf(caller);
    std::string places;
    for (const auto& id : ids) {
        params.emplace_back(id);
        places += (places.empty() ? "$" : ", $") + std::to_string(params.size());
    }
    const auto statement =
        std::string{kSelectRows} + kDocumentsAndSteps + kVisible + " AND d.id IN (" + places + ") ORDER BY d.id LIMIT 200";
    return reader.list(statement, params, rowOf);
}

std::optional<OutgoingDocument> DocumentRepository::findForSystem(db::Reader& reader, std::string_view id) const {
    static const std::string statement = std::string{kSelectDocument} + "WHERE d.id = $1";
    return reader.one(statement, {id}, documentOf);
}

db::Page<DocumentRow> DocumentRepository::list(db::Reader& reader, const http::Caller& caller, const ListFilter& filter,
                                               const db::PageRequest& page) const {
    std::int64_t beforeTime = std::numeric_limits<std::int64_t>::max();
    std::string beforeId;
    if (!page.cursor.empty()) {
        const auto values = db::unpackCursor(page.cursor, 2);
        beforeTime = timeOf(values[0]);
        beforeId = values[1];
    }
    auto params = policyOf(caller);
    // Parameters are views: the texts made here must live until the statement has run.
    const auto states = stateList(filter.states);
    const auto pattern = likePattern(filter.text);
    params.insert(params.end(), {beforeTime, beforeId, states, filter.isMine, pattern, filter.sourceDocumentId, filter.sourceTaskId,
                                 filter.isWaitingForMe, filter.isReturned, page.limit + 1});
    if (!filter.markerId.empty()) {
        params.insert(params.end(), {filter.markerOwner, filter.markerId});
    }
    auto rows = reader.list(listStatementOf(filter), params, rowOf);
    return db::makePage(std::move(rows), page, [](const DocumentRow& last) {
        return std::vector<std::string>{std::to_string(last.updatedAt.time_since_epoch().count()), last.id};
    });
}

void DocumentRepository::grant(db::Tx& tx, std::string_view documentId, std::string_view token) const {
    tx.execute("INSERT INTO outgoing_access (token, document_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", {token, documentId});
}

std::vector<std::string> DocumentRepository::tokens(db::Reader& reader, std::string_view documentId) const {
    return reader.list("SELECT token FROM outgoing_access WHERE document_id = $1 ORDER BY token LIMIT 200", {documentId},
                       [](const db::Row& row) { return row.string(0); });
}

std::vector<std::pair<std::string, std::int64_t>> DocumentRepository::counters(db::Reader& reader, std::string_view agencyId) const {
    return reader.list("SELECT state, documents FROM outgoing_counter WHERE agency_id = $1 ORDER BY state LIMIT 50", {agencyId},
                       [](const db::Row& row) {
                           return std::pair{row.string(0), row.integer(1)};
                       });
}

PersonalCounts DocumentRepository::personalCounts(db::Reader& reader, const http::Caller& caller) const {
    const auto counted = reader.one(R"sql(
        SELECT (SELECT COUNT(*) FROM outgoing_document WHERE drafter_post_id = $1 AND state = 'draft'),
               (SELECT COUNT(*) FROM outgoing_document d WHERE d.drafter_post_id = $1 AND d.state = 'draft'
                    AND EXISTS (SELECT 1 FROM outgoing_step r WHERE r.document_id = d.id AND r.state = 'returned')),
               (SELECT COUNT(*) FROM outgoing_step WHERE post_id = $1 AND state = 'current'))sql",
                                    {caller.postId}, [](const db::Row& row) {
                                        return PersonalCounts{row.integer(0), row.integer(1), row.integer(2)};
                                    });
    return counted.value_or(PersonalCounts{});
}

std::optional<std::string> DocumentRepository::latestSent(db::Reader& reader, std::string_view drafterPostId,
                                                          std::string_view formId) const {
    return reader.one(R"sql(
        SELECT recent.id FROM (
            SELECT id, form_id, updated_at FROM outgoing_document WHERE drafter_post_id = $1 ORDER BY updated_at DESC, id DESC LIMIT 200) recent
        WHERE ($2 = '' OR recent.form_id = $2) AND EXISTS (SELECT 1 FROM outgoing_recipient r WHERE r.document_id = recent.id)
        ORDER BY recent.updated_at DESC, recent.id DESC LIMIT 1)sql",
                      {drafterPostId, formId}, [](const db::Row& row) { return row.string(0); });
}

std::vector<FormUse> DocumentRepository::formUse(db::Reader& reader, std::string_view drafterPostId) const {
    return reader.list(R"sql(
        SELECT form_id, COUNT(*) FROM (
            SELECT form_id FROM outgoing_document WHERE drafter_post_id = $1 ORDER BY updated_at DESC, id DESC LIMIT 200) recent
        GROUP BY form_id ORDER BY COUNT(*) DESC, form_id LIMIT 6)sql",
                       {drafterPostId}, [](const db::Row& row) {
                           return FormUse{row.string(0), row.integer(1)};
                       });
}

void DocumentRepository::count(db::Tx& tx, std::string_view agencyId, DocumentState state, int change) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_counter (agency_id, state, documents) VALUES ($1, $2, $3)
        ON CONFLICT (agency_id, state) DO UPDATE SET documents = outgoing_counter.documents + $3)sql",
               {agencyId, json::nameOf(state), change});
}

}  // namespace congvu::outgoing
