// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Delivery.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"

#include <optional>
#include <string_view>

namespace congvu::incoming {

/// All SQL of incoming_delivery and incoming_delivery_status.
class DeliveryRepository {
public:
    /// False when the delivery is there already (events arrive at least once).
    [[nodiscard]] bool insert(db::Tx& tx, const Delivery& delivery) const;
    [[nodiscard]] std::optional<Delivery> find(db::Reader& reader, std::string_view agencyId, std::string_view id) const;
    [[nodiscard]] bool exists(db::Reader& reader, std::string_view id) const;
    /// Deliveries of the agency, newest first, all or those in one state; without content.
    [[nodiscard]] db::Page<Delivery> list(db::Reader& reader, std::string_view agencyId, std::optional<DeliveryState> state,
                                          const db::PageRequest& request) const;
    /// Writes state, status, reasons, recall and document; raises the version. False when the version has moved on.
    [[nodiscard]] bool update(db::Tx& tx, Delivery& delivery) const;
    void setVerdict(db::Tx& tx, std::string_view id, std::string_view verdict) const;
    /// Notes that a status is told to the sender; false when it was told before.
    [[nodiscard]] bool noteStatus(db::Tx& tx, std::string_view id, std::string_view status, Timestamp at) const;
};

}  // namespace congvu::incoming
