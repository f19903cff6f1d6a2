// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "domain/Transfer.h"
#include "domain/Viewer.h"

#include <optional>
#include <string_view>

namespace congvu::records {

/// All SQL of records_transfer. Archivists see every transfer of their agency, others those of their post and, as head, of their unit.
class TransferRepository {
public:
    void insert(db::Tx& tx, const Transfer& transfer) const;
    /// Writes state, condition, receiver and reason; false when the stored version is not transfer.version - 1.
    bool update(db::Tx& tx, const Transfer& transfer) const;
    [[nodiscard]] std::optional<Transfer> findVisible(db::Reader& reader, std::string_view id, const Viewer& viewer) const;
    /// Newest first.
    [[nodiscard]] db::Page<Transfer> list(db::Reader& reader, const Viewer& viewer, const db::PageRequest& request) const;
};

}  // namespace congvu::records
