// SPDX-License-Identifier: Apache-2.0
#include "storage/RelationRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::outgoing {

namespace {

RelationKind kindOfRow(const db::Row& row, int column) {
    return json::enumFrom<RelationKind>(row.text(column)).value_or(RelationKind::corrects);
}

}  // namespace

void RelationRepository::insert(db::Tx& tx, std::string_view documentId, const RelationInput& relation, Timestamp at) const {
    tx.execute("INSERT INTO outgoing_relation (document_id, kind, target_id, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
               {documentId, json::nameOf(relation.kind), relation.documentId, at});
}

std::vector<RelationInput> RelationRepository::of(db::Reader& reader, std::string_view documentId) const {
    return reader.list("SELECT kind, target_id FROM outgoing_relation WHERE document_id = $1 ORDER BY target_id LIMIT 20", {documentId},
                       [](const db::Row& row) {
                           return RelationInput{kindOfRow(row, 0), row.string(1)};
                       });
}

std::vector<RelationView> RelationRepository::views(db::Reader& reader, std::string_view documentId) const {
    return reader.list(R"sql(
        SELECT l.kind, l.of_this, d.id, d.number_and_symbol, d.type_name, d.subject, d.state, d.document_date
        FROM (SELECT kind, 1 AS of_this, target_id AS other_id, created_at FROM outgoing_relation WHERE document_id = $1
              UNION ALL
              SELECT kind, 0 AS of_this, document_id AS other_id, created_at FROM outgoing_relation WHERE target_id = $1) l
        JOIN outgoing_document d ON d.id = l.other_id
        WHERE l.of_this = 1 OR d.state IN ('issued', 'recalling', 'recalled')
        ORDER BY l.of_this DESC, l.created_at, d.id LIMIT 50)sql",
                       {documentId}, [](const db::Row& row) {
                           return RelationView{kindOfRow(row, 0),
                                               row.integer(1) == 1,
                                               row.string(2),
                                               row.string(3),
                                               row.string(4),
                                               row.string(5),
                                               json::enumFrom<DocumentState>(row.text(6)).value_or(DocumentState::cancelled),
                                               row.optionalDate(7)};
                       });
}

}  // namespace congvu::outgoing
