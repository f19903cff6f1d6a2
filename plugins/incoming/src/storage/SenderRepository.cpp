// SPDX-License-Identifier: Apache-2.0
#include "storage/SenderRepository.h"

#include "congvu/text/Text.h"

namespace congvu::incoming {

std::vector<SenderCategory> SenderRepository::categories(db::Reader& reader, std::string_view agencyId) const {
    return reader.list("SELECT id, name FROM incoming_sender_category WHERE agency_id = $1 ORDER BY position, id LIMIT 30", {agencyId},
                       [](const db::Row& row) {
                           return SenderCategory{row.string(0), row.string(1)};
                       });
}

void SenderRepository::replaceCategories(db::Tx& tx, std::string_view agencyId, const std::vector<SenderCategory>& categories) const {
    tx.execute("DELETE FROM incoming_sender_category WHERE agency_id = $1", {agencyId});
    std::int64_t position = 0;
    for (const auto& category : categories) {
        tx.execute("INSERT INTO incoming_sender_category (agency_id, id, name, position) VALUES ($1, $2, $3, $4)",
                   {agencyId, category.id, category.name, position++});
    }
}

bool SenderRepository::isCategoryUsed(db::Reader& reader, std::string_view agencyId, std::string_view categoryId) const {
    return reader.exists("SELECT 1 FROM incoming_issuer WHERE agency_id = $1 AND category = $2 LIMIT 1", {agencyId, categoryId});
}

db::Page<Sender> SenderRepository::senders(db::Reader& reader, std::string_view agencyId, std::string_view typed,
                                           std::string_view categoryId, const db::PageRequest& request) const {
    const auto key = text::fold(typed);
    const auto after = request.cursor.empty() ? std::string{} : db::unpackCursor(request.cursor, 1).front();
    auto rows = reader.list(R"sql(
        SELECT issuer_key, name, category, used FROM incoming_issuer
        WHERE agency_id = $1 AND issuer_key > $2 AND ($3 = '' OR LENGTH(REPLACE(issuer_key, $3, '')) < LENGTH(issuer_key))
            AND ($4 = '-' OR category = $4)
        ORDER BY issuer_key LIMIT $5
    )sql",
                            {agencyId, after, key, categoryId, request.limit + 1}, [](const db::Row& row) {
                                return Sender{row.string(0), row.string(1), row.string(2), row.integer(3)};
                            });
    return db::makePage(std::move(rows), request, [](const Sender& sender) { return std::vector{sender.key}; });
}

bool SenderRepository::setCategory(db::Tx& tx, std::string_view agencyId, const SenderChoice& choice) const {
    const auto key = text::fold(choice.name);
    return tx.execute("UPDATE incoming_issuer SET category = $3 WHERE agency_id = $1 AND issuer_key = $2",
                      {agencyId, key, choice.categoryId}) == 1;
}

std::vector<SenderCount> SenderRepository::counts(db::Reader& reader, std::string_view agencyId, Date first, Date last) const {
    return reader.list(R"sql(
        SELECT COALESCE(i.name, c.issuer_key), COALESCE(i.category, ''), c.documents
        FROM (SELECT issuer_key, COUNT(*) AS documents FROM incoming_document
              WHERE agency_id = $1 AND arrived_on >= $2 AND arrived_on <= $3 AND state <> 'cancelled' GROUP BY issuer_key) c
        LEFT JOIN incoming_issuer i ON i.agency_id = $1 AND i.issuer_key = c.issuer_key
        ORDER BY c.documents DESC, c.issuer_key LIMIT 5000
    )sql",
                       {agencyId, first, last}, [](const db::Row& row) {
                           return SenderCount{row.string(0), row.string(1), row.integer(2)};
                       });
}

}  // namespace congvu::incoming
