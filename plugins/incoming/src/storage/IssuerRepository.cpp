// SPDX-License-Identifier: Apache-2.0
#include "storage/IssuerRepository.h"

#include "domain/SenderCategory.h"

#include "congvu/text/Text.h"

namespace congvu::incoming {

void IssuerRepository::count(db::Tx& tx, std::string_view agencyId, std::string_view name) const {
    const auto key = text::fold(name);
    tx.execute(R"sql(
        INSERT INTO incoming_issuer (agency_id, issuer_key, name, used, category) VALUES ($1, $2, $3, 1,
            CASE WHEN EXISTS (SELECT 1 FROM incoming_sender_category WHERE agency_id = $1 AND id = $4)
                OR NOT EXISTS (SELECT 1 FROM incoming_sender_category WHERE agency_id = $1) THEN $4 ELSE '' END)
        ON CONFLICT (agency_id, issuer_key) DO UPDATE SET used = incoming_issuer.used + 1, name = excluded.name
    )sql",
               {agencyId, key, name, likelySenderCategory(name)});
}

std::optional<std::string> IssuerRepository::spelling(db::Reader& reader, std::string_view agencyId, std::string_view name) const {
    const auto key = text::fold(name);
    return reader.one("SELECT name FROM incoming_issuer WHERE agency_id = $1 AND issuer_key = $2", {agencyId, key},
                      [](const db::Row& row) { return row.string(0); });
}

std::vector<std::string> IssuerRepository::suggest(db::Reader& reader, std::string_view agencyId, std::string_view typed) const {
    const auto key = text::fold(typed);
    // POSITION and INSTR differ between the databases; REPLACE does not: a name that holds the text gets shorter without it.
    return reader.list(R"sql(
        SELECT name FROM incoming_issuer
        WHERE agency_id = $1 AND ($2 = '' OR LENGTH(REPLACE(issuer_key, $2, '')) < LENGTH(issuer_key))
        ORDER BY used DESC, issuer_key LIMIT 20
    )sql",
                       {agencyId, key}, [](const db::Row& row) { return row.string(0); });
}

}  // namespace congvu::incoming
