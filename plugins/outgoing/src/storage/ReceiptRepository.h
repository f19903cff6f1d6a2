// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/Receipt.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// All SQL of outgoing_receipt.
class ReceiptRepository {
public:
    /// Nothing happens when the delivery has one.
    void insert(db::Tx& tx, const Receipt& receipt, Timestamp at) const;
    [[nodiscard]] std::optional<Receipt> find(db::Reader& reader, std::string_view token) const;
    /// The token of a delivery; empty when it has none.
    [[nodiscard]] std::string tokenOf(db::Reader& reader, std::string_view deliveryId) const;
    void confirm(db::Tx& tx, std::string_view token, std::string_view name, Timestamp at) const;
};

}  // namespace congvu::outgoing
