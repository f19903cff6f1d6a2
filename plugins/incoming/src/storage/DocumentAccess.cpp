// SPDX-License-Identifier: Apache-2.0
#include "storage/DocumentAccess.h"

namespace congvu::incoming {

bool DocumentAccess::maySee(db::Reader& reader, const http::Caller& caller, std::string_view documentId) const {
    if (caller.may(kReadAll)) {
        return reader.exists("SELECT 1 FROM incoming_document WHERE id = $1 AND agency_id = $2", {documentId, caller.agencyId});
    }
    const auto post = "post:" + caller.postId;
    const auto unit = "unit:" + caller.unitId;
    return reader.exists(R"sql(
        SELECT 1 FROM incoming_document d
        WHERE d.id = $1 AND d.agency_id = $2
            AND EXISTS (SELECT 1 FROM incoming_access a WHERE a.document_id = d.id AND a.token IN ($3, $4))
    )sql",
                         {documentId, caller.agencyId, post, unit});
}

std::vector<std::string> DocumentAccess::visible(db::Reader& reader, const http::Caller& caller,
                                                 const std::vector<std::string>& ids) const {
    if (ids.empty()) {
        return {};
    }
    const auto post = "post:" + caller.postId;
    const auto unit = "unit:" + caller.unitId;
    db::Params params{caller.agencyId, caller.may(kReadAll), post, unit};
    std::string places;
    for (const auto& id : ids) {
        params.emplace_back(id);
        places += (places.empty() ? "$" : ", $") + std::to_string(params.size());
    }
    const auto sql = R"sql(
        SELECT d.id FROM incoming_document d
        WHERE d.agency_id = $1
            AND ($2 OR EXISTS (SELECT 1 FROM incoming_access a WHERE a.document_id = d.id AND a.token IN ($3, $4)))
            AND d.id IN ()sql" +
                     places + ") ORDER BY d.id LIMIT 200";
    return reader.list(sql, params, [](const db::Row& row) { return row.string(0); });
}

void DocumentAccess::grant(db::Tx& tx, std::string_view documentId, std::string_view token, std::string_view source) const {
    tx.execute("INSERT INTO incoming_access_source (document_id, token, source) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
               {documentId, token, source});
    tx.execute(R"sql(
        INSERT INTO incoming_access (token, document_id, agency_id, tab, arrival_key, due_key)
        SELECT $1, id, agency_id, tab, arrival_key, due_key FROM incoming_document WHERE id = $2
        ON CONFLICT DO NOTHING
    )sql",
               {token, documentId});
}

void DocumentAccess::revoke(db::Tx& tx, std::string_view documentId, std::string_view source) const {
    tx.execute("DELETE FROM incoming_access_source WHERE document_id = $1 AND source = $2", {documentId, source});
    tx.execute(R"sql(
        DELETE FROM incoming_access WHERE document_id = $1 AND NOT EXISTS (
            SELECT 1 FROM incoming_access_source s WHERE s.document_id = incoming_access.document_id AND s.token = incoming_access.token)
    )sql",
               {documentId});
}

std::vector<std::string> DocumentAccess::tokensOf(db::Reader& reader, std::string_view documentId) const {
    return reader.list("SELECT token FROM incoming_access WHERE document_id = $1 ORDER BY token LIMIT 500", {documentId},
                       [](const db::Row& row) { return row.string(0); });
}

}  // namespace congvu::incoming
