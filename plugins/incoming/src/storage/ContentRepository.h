// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <string>
#include <string_view>

namespace congvu::incoming {

/// The words of a document.
struct DocumentContent {
    std::string text;
    bool isRecognised = false;  ///< recognised in a picture, at least in part
};

/// All SQL of incoming_content: the words of documents for the search index.
class ContentRepository {
public:
    /// What stands there already is replaced: the last pages of a scanned document may be recognised after its registration.
    void put(db::Tx& tx, std::string_view documentId, const DocumentContent& content) const {
        tx.execute(R"sql(
            INSERT INTO incoming_content (document_id, text, is_recognised) VALUES ($1, $2, $3)
            ON CONFLICT (document_id) DO UPDATE SET text = excluded.text, is_recognised = excluded.is_recognised
        )sql",
                   {documentId, content.text, content.isRecognised});
    }
    /// Empty when the document has no words.
    [[nodiscard]] DocumentContent find(db::Reader& reader, std::string_view documentId) const {
        return reader
            .one("SELECT text, is_recognised FROM incoming_content WHERE document_id = $1", {documentId},
                 [](const db::Row& row) {
                     return DocumentContent{row.string(0), row.boolean(1)};
                 })
            .value_or(DocumentContent{});
    }
};

}  // namespace congvu::incoming
