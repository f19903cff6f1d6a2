// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <string>
#include <string_view>

namespace congvu::outgoing {

/// All SQL of outgoing_signing_mandate.
class SigningMandateRepository {
public:
    /// The mandate for whose substitute the document is laid out; empty when for nobody's.
    [[nodiscard]] std::string of(db::Reader& reader, std::string_view documentId) const {
        return reader
            .one("SELECT mandate_id FROM outgoing_signing_mandate WHERE document_id = $1", {documentId},
                 [](const db::Row& row) { return row.string(0); })
            .value_or(std::string{});
    }
    /// An empty mandate removes the row.
    void set(db::Tx& tx, std::string_view documentId, std::string_view mandateId) const {
        tx.execute("DELETE FROM outgoing_signing_mandate WHERE document_id = $1", {documentId});
        if (!mandateId.empty()) {
            tx.execute("INSERT INTO outgoing_signing_mandate (document_id, mandate_id) VALUES ($1, $2)", {documentId, mandateId});
        }
    }
};

}  // namespace congvu::outgoing
