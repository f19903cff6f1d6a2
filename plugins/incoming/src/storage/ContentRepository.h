// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <string>
#include <string_view>

namespace congvu::incoming {

/// All SQL of incoming_content: the words of documents for the search index.
class ContentRepository {
public:
    void put(db::Tx& tx, std::string_view documentId, std::string_view text) const {
        tx.execute("INSERT INTO incoming_content (document_id, text) VALUES ($1, $2) ON CONFLICT DO NOTHING", {documentId, text});
    }
    /// Empty when the document has no words.
    [[nodiscard]] std::string find(db::Reader& reader, std::string_view documentId) const {
        return reader
            .one("SELECT text FROM incoming_content WHERE document_id = $1", {documentId}, [](const db::Row& row) { return row.string(0); })
            .value_or("");
    }
};

}  // namespace congvu::incoming
