// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "domain/SigningBatch.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::signingdesk {

/// All SQL of signing_batch and signing_batch_item. A batch is for the person and post that began it (docs/row-level-policy.md).
class BatchRepository {
public:
    void insert(db::Tx& tx, const SigningBatch& batch) const;
    void addItem(db::Tx& tx, std::string_view batchId, const BatchItem& item) const;

    [[nodiscard]] std::optional<SigningBatch> find(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    /// Newest first.
    [[nodiscard]] db::Page<SigningBatch> list(db::Reader& reader, const http::Caller& caller, const db::PageRequest& page) const;
    /// Documents of a batch in one state, in the order in which they are signed.
    [[nodiscard]] db::Page<BatchItem> items(db::Reader& reader, std::string_view batchId, BatchItemState state,
                                            const db::PageRequest& page) const;
    /// The next documents that an open batch has to sign.
    [[nodiscard]] std::vector<BatchItem> next(db::Reader& reader, std::string_view batchId, std::int64_t limit) const;

    /// Records the result of a document that waits; false when it has one already.
    bool decide(db::Tx& tx, std::string_view batchId, const BatchItem& item, Timestamp at) const;
    /// Ends an open batch; false when it is ended already.
    bool end(db::Tx& tx, std::string_view id, BatchState state, Timestamp at) const;
};

}  // namespace congvu::signingdesk
