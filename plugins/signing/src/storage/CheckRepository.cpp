// SPDX-License-Identifier: Apache-2.0
#include "storage/CheckRepository.h"

namespace congvu::signingdesk {

namespace {

DocumentCheck checkOf(const db::Row& row) {
    DocumentCheck check;
    check.code = row.string(0);
    check.entity = {row.string(1), row.string(2), row.string(3)};
    check.agencyId = row.string(4);
    check.issuerName = row.string(5);
    check.numberAndSymbol = row.string(6);
    check.typeName = row.string(7);
    check.documentDate = row.date(8);
    check.issuedAt = row.time(9);
    check.recallAskedAt = row.optionalTime(10);
    check.fileId = row.string(11);
    return check;
}

std::optional<DocumentCheck> withPrints(db::Reader& reader, std::optional<DocumentCheck> check) {
    if (check) {
        check->fingerprints = reader.list(R"sql(
            SELECT sha256 FROM signing_check_print WHERE code = $1 ORDER BY made_at, sha256 LIMIT 100)sql",
                                          {check->code}, [](const db::Row& row) { return row.string(0); });
    }
    return check;
}

void addPrint(db::Tx& tx, std::string_view code, std::string_view sha256, Timestamp at) {
    tx.execute(R"sql(
        INSERT INTO signing_check_print (code, sha256, made_at) VALUES ($1, $2, $3) ON CONFLICT (code, sha256) DO NOTHING)sql",
               {code, sha256, at});
}

}  // namespace

void CheckRepository::insert(db::Tx& tx, const DocumentCheck& check) const {
    tx.execute(R"sql(
        INSERT INTO signing_check (code, entity_plugin, entity_type, entity_id, agency_id, issuer_name, number_and_symbol, type_name,
                                   document_date, issued_at, recall_asked_at, file_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, $11))sql",
               {check.code, check.entity.plugin, check.entity.type, check.entity.id, check.agencyId, check.issuerName,
                check.numberAndSymbol, check.typeName, check.documentDate, check.issuedAt, check.fileId});
    for (const auto& sha256 : check.fingerprints) {
        addPrint(tx, check.code, sha256, check.issuedAt);
    }
}

std::optional<DocumentCheck> CheckRepository::find(db::Reader& reader, std::string_view code) const {
    return withPrints(reader, reader.one(R"sql(
        SELECT code, entity_plugin, entity_type, entity_id, agency_id, issuer_name, number_and_symbol, type_name, document_date, issued_at,
               recall_asked_at, file_id
        FROM signing_check WHERE code = $1)sql",
                                         {code}, checkOf));
}

std::optional<DocumentCheck> CheckRepository::findOf(db::Reader& reader, const EntityRef& entity) const {
    return withPrints(reader, reader.one(R"sql(
        SELECT code, entity_plugin, entity_type, entity_id, agency_id, issuer_name, number_and_symbol, type_name, document_date, issued_at,
               recall_asked_at, file_id
        FROM signing_check WHERE entity_plugin = $1 AND entity_type = $2 AND entity_id = $3)sql",
                                         {entity.plugin, entity.type, entity.id}, checkOf));
}

void CheckRepository::markRecallAsked(db::Tx& tx, const EntityRef& entity, Timestamp at) const {
    tx.execute(R"sql(
        UPDATE signing_check SET recall_asked_at = $4 WHERE entity_plugin = $1 AND entity_type = $2 AND entity_id = $3)sql",
               {entity.plugin, entity.type, entity.id, at});
}

void CheckRepository::replaceFile(db::Tx& tx, std::string_view code, std::string_view fileId, std::string_view sha256, Timestamp at) const {
    tx.execute(R"sql(UPDATE signing_check SET file_id = $2 WHERE code = $1)sql", {code, fileId});
    addPrint(tx, code, sha256, at);
}

}  // namespace congvu::signingdesk
