// SPDX-License-Identifier: Apache-2.0
#include "storage/RequestRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"
#include "storage/StoredPlace.h"

namespace congvu::signingdesk {

namespace {

/// The stored JSON column as a described struct: every text that comes with the signature.
struct FieldList {
    std::vector<FieldValue> fields;
    std::string attachmentOf{};
};

}  // namespace

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::FieldList> {
    static auto fields() {
        using List = congvu::signingdesk::FieldList;
        return std::tuple{field("fields", &List::fields), field("attachmentOf", &List::attachmentOf)};
    }
};

namespace congvu::signingdesk {

namespace {

DeskRequest requestOf(const db::Row& row) {
    DeskRequest request;
    request.id = row.string(0);
    request.entity = {row.string(1), row.string(2), row.string(3)};
    request.agencyId = row.string(4);
    request.signer = json::enumFrom<KeyOwner>(row.text(5)).value_or(KeyOwner::person);
    request.signerPostId = row.string(6);
    request.fileId = row.string(7);
    request.fieldName = row.string(8);
    request.place = placeFrom(row.text(9));
    auto texts = json::decode<FieldList>(row.text(10));
    request.fields = std::move(texts.fields);
    request.attachmentOf = std::move(texts.attachmentOf);
    request.title = row.string(11);
    request.subtitle = row.string(12);
    request.urgency = row.string(13);
    request.submittedByName = row.string(14);
    request.link = row.string(15);
    request.state = json::enumFrom<RequestState>(row.text(16)).value_or(RequestState::withdrawn);
    request.level = row.string(17);
    request.note = row.string(18);
    request.signedFileId = row.optionalString(19);
    request.createdAt = row.time(20);
    request.decidedAt = row.optionalTime(21);
    request.mandateId = row.string(22);
    request.unitId = row.string(23);
    request.documentType = row.string(24);
    return request;
}

/// The acting post may use the agency's seal; as a bound value of the policy's WHERE clause.
bool holdsSeal(const http::Caller& caller) {
    return caller.may("signing.seal");
}

}  // namespace

void RequestRepository::insert(db::Tx& tx, const DeskRequest& request) const {
    tx.execute(R"sql(
        INSERT INTO signing_request (id, entity_plugin, entity_type, entity_id, agency_id, signer_kind, signer_post_id, file_id, field_name,
                                     placement_json, fields_json, title, subtitle, urgency, submitted_by_name, link, state, level, note,
                                     signed_file_id, created_at, decided_at, mandate_id, unit_id, document_type)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, '', '', NULL, $18, NULL, $19, $20, $21))sql",
               {request.id,
                request.entity.plugin,
                request.entity.type,
                request.entity.id,
                request.agencyId,
                json::nameOf(request.signer),
                request.signerPostId,
                request.fileId,
                request.fieldName,
                storedPlace(request.place),
                json::toText(FieldList{request.fields, request.attachmentOf}),
                request.title,
                request.subtitle,
                request.urgency,
                request.submittedByName,
                request.link,
                json::nameOf(request.state),
                request.createdAt,
                request.mandateId,
                request.unitId,
                request.documentType});
}

std::optional<DeskRequest> RequestRepository::find(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    return reader.one(R"sql(
        SELECT id, entity_plugin, entity_type, entity_id, agency_id, signer_kind, signer_post_id, file_id, field_name, placement_json, fields_json,
               title, subtitle, urgency, submitted_by_name, link, state, level, note, signed_file_id, created_at, decided_at, mandate_id, unit_id,
               document_type
        FROM signing_request
        WHERE id = $1 AND ((signer_kind = 'person' AND signer_post_id = $2) OR (signer_kind = 'agency' AND agency_id = $3 AND $4)))sql",
                      {id, caller.postId, caller.agencyId, holdsSeal(caller)}, requestOf);
}

std::optional<DeskRequest> RequestRepository::findForSystem(db::Reader& reader, std::string_view id) const {
    return reader.one(R"sql(
        SELECT id, entity_plugin, entity_type, entity_id, agency_id, signer_kind, signer_post_id, file_id, field_name, placement_json, fields_json,
               title, subtitle, urgency, submitted_by_name, link, state, level, note, signed_file_id, created_at, decided_at, mandate_id, unit_id,
               document_type
        FROM signing_request WHERE id = $1)sql",
                      {id}, requestOf);
}

std::optional<RequestState> RequestRepository::laterOfEntity(db::Reader& reader, const DeskRequest& request) const {
    return reader.one(R"sql(
        SELECT state FROM signing_request
        WHERE entity_plugin = $1 AND entity_type = $2 AND entity_id = $3 AND state IN ('open', 'signed') AND (created_at, id) > ($4, $5)
        ORDER BY created_at DESC, id DESC LIMIT 1)sql",
                      {request.entity.plugin, request.entity.type, request.entity.id, request.createdAt, request.id},
                      [](const db::Row& row) { return json::enumFrom<RequestState>(row.text(0)).value_or(RequestState::open); });
}

db::Page<DeskRequest> RequestRepository::list(db::Reader& reader, const http::Caller& caller, RequestState state,
                                              const db::PageRequest& page) const {
    std::string beforeTime;
    std::string beforeId;
    if (!page.cursor.empty()) {
        auto values = db::unpackCursor(page.cursor, 2);
        beforeTime = std::move(values[0]);
        beforeId = std::move(values[1]);
    }
    const std::int64_t before = beforeTime.empty() ? std::numeric_limits<std::int64_t>::max() : std::stoll(beforeTime);
    auto rows =
        reader.list(R"sql(
        SELECT id, entity_plugin, entity_type, entity_id, agency_id, signer_kind, signer_post_id, file_id, field_name, placement_json, fields_json,
               title, subtitle, urgency, submitted_by_name, link, state, level, note, signed_file_id, created_at, decided_at, mandate_id, unit_id,
               document_type
        FROM (
            SELECT * FROM (
                SELECT * FROM signing_request
                WHERE signer_post_id = $1 AND signer_kind = 'person' AND state = $4 AND (created_at, id) < ($5, $6)
                ORDER BY created_at DESC, id DESC LIMIT $7) AS own
            UNION ALL
            SELECT * FROM (
                SELECT * FROM signing_request
                WHERE agency_id = $2 AND $3 AND signer_kind = 'agency' AND state = $4 AND (created_at, id) < ($5, $6)
                ORDER BY created_at DESC, id DESC LIMIT $7) AS seal) AS desk
        ORDER BY created_at DESC, id DESC LIMIT $7)sql",
                    {caller.postId, caller.agencyId, holdsSeal(caller), json::nameOf(state), before, beforeId, page.limit + 1}, requestOf);
    return db::makePage(std::move(rows), page, [](const DeskRequest& last) {
        return std::vector<std::string>{std::to_string(last.createdAt.time_since_epoch().count()), last.id};
    });
}

std::vector<std::string> RequestRepository::openOfEntity(db::Reader& reader, const EntityRef& entity) const {
    return reader.list(R"sql(
        SELECT id FROM signing_request
        WHERE entity_plugin = $1 AND entity_type = $2 AND entity_id = $3 AND state = 'open'
        ORDER BY id LIMIT 100)sql",
                       {entity.plugin, entity.type, entity.id}, [](const db::Row& row) { return row.string(0); });
}

bool RequestRepository::markSigned(db::Tx& tx, std::string_view id, std::string_view signedFileId, std::string_view level,
                                   Timestamp at) const {
    return tx.execute(R"sql(
        UPDATE signing_request SET state = 'signed', signed_file_id = $2, level = $3, decided_at = $4 WHERE id = $1 AND state = 'open')sql",
                      {id, signedFileId, level, at}) == 1;
}

bool RequestRepository::replaceSigned(db::Tx& tx, std::string_view id, std::string_view fromFileId, std::string_view fileId,
                                      std::string_view level) const {
    return tx.execute(R"sql(
        UPDATE signing_request SET signed_file_id = $3, level = $4 WHERE id = $1 AND state = 'signed' AND signed_file_id = $2)sql",
                      {id, fromFileId, fileId, level}) == 1;
}

bool RequestRepository::markReturned(db::Tx& tx, std::string_view id, std::string_view note, Timestamp at) const {
    return tx.execute(R"sql(UPDATE signing_request SET state = 'returned', note = $2, decided_at = $3 WHERE id = $1 AND state = 'open')sql",
                      {id, note, at}) == 1;
}

bool RequestRepository::markWithdrawn(db::Tx& tx, std::string_view id, Timestamp at) const {
    return tx.execute(R"sql(UPDATE signing_request SET state = 'withdrawn', decided_at = $2 WHERE id = $1 AND state = 'open')sql",
                      {id, at}) == 1;
}

}  // namespace congvu::signingdesk
