// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/IncomingDocument.h"
#include "storage/ContentRepository.h"
#include "storage/DocumentAccess.h"

#include "congvu/db/Tx.h"
#include "congvu/search/SearchIndex.h"

namespace congvu::incoming {

/// Puts a document into the common search with everybody who may find it.
class DocumentSearch {
public:
    explicit DocumentSearch(search::SearchIndex& index) : index_(index) {}
    void put(db::Tx& tx, const IncomingDocument& document) const;

private:
    search::SearchIndex& index_;
    DocumentAccess access_;
    ContentRepository contents_;
};

}  // namespace congvu::incoming
