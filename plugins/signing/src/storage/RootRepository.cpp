// SPDX-License-Identifier: Apache-2.0
#include "storage/RootRepository.h"

namespace congvu::signingdesk {

bool RootRepository::insert(db::Tx& tx, const TrustedRoot& root) const {
    return tx.execute(R"sql(
        INSERT INTO signing_root (id, world, subject, certificate_pem, fingerprint, not_after, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (fingerprint) DO NOTHING)sql",
                      {root.id, root.world, root.subject, root.certificatePem, root.fingerprint, root.notAfter, root.createdAt}) == 1;
}

bool RootRepository::remove(db::Tx& tx, std::string_view id) const {
    return tx.execute(R"sql(DELETE FROM signing_root WHERE id = $1)sql", {id}) == 1;
}

std::vector<TrustedRoot> RootRepository::list(db::Reader& reader) const {
    return reader.list(R"sql(
        SELECT id, world, subject, certificate_pem, fingerprint, not_after, created_at
        FROM signing_root ORDER BY world, subject, id LIMIT 500)sql",
                       {}, [](const db::Row& row) {
                           return TrustedRoot{row.string(0), row.string(1), row.string(2), row.string(3),
                                              row.string(4), row.time(5),   row.time(6)};
                       });
}

}  // namespace congvu::signingdesk
