// SPDX-License-Identifier: Apache-2.0
#include "storage/ReceiptRepository.h"

namespace congvu::outgoing {

void ReceiptRepository::insert(db::Tx& tx, const Receipt& receipt, Timestamp at) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_receipt (token, document_id, delivery_id, confirmed_by, confirmed_at, created_at)
        VALUES ($1, $2, $3, '', NULL, $4) ON CONFLICT (delivery_id) DO NOTHING)sql",
               {receipt.token, receipt.documentId, receipt.deliveryId, at});
}

std::optional<Receipt> ReceiptRepository::find(db::Reader& reader, std::string_view token) const {
    return reader.one("SELECT token, document_id, delivery_id, confirmed_by, confirmed_at FROM outgoing_receipt WHERE token = $1", {token},
                      [](const db::Row& row) {
                          return Receipt{row.string(0), row.string(1), row.string(2), row.string(3), row.optionalTime(4)};
                      });
}

std::string ReceiptRepository::tokenOf(db::Reader& reader, std::string_view deliveryId) const {
    return reader
        .one("SELECT token FROM outgoing_receipt WHERE delivery_id = $1", {deliveryId}, [](const db::Row& row) { return row.string(0); })
        .value_or(std::string{});
}

void ReceiptRepository::confirm(db::Tx& tx, std::string_view token, std::string_view name, Timestamp at) const {
    tx.execute("UPDATE outgoing_receipt SET confirmed_by = $2, confirmed_at = $3 WHERE token = $1 AND confirmed_at IS NULL",
               {token, name, at});
}

}  // namespace congvu::outgoing
