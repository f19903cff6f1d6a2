// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/RegisterBook.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"

#include <optional>
#include <string_view>

namespace congvu::incoming {

/// All SQL of incoming_reservation.
class ReservationRepository {
public:
    void insert(db::Tx& tx, const http::Caller& clerk, const Reservation& reservation, std::string_view requestKey) const;
    [[nodiscard]] std::optional<Reservation> find(db::Reader& reader, std::string_view agencyId, std::string_view id) const;
    /// The one that was made for this request before.
    [[nodiscard]] std::optional<Reservation> ofRequest(db::Reader& reader, std::string_view agencyId, std::string_view requestKey) const;
    /// False when it is no longer reserved. `documentId` is set for "used".
    [[nodiscard]] bool end(db::Tx& tx, const Reservation& reservation) const;
    /// Of a register and year, newest number first.
    [[nodiscard]] db::Page<Reservation> page(db::Reader& reader, std::string_view agencyId, std::string_view registerCode, int year,
                                             std::optional<ReservationState> state, const db::PageRequest& request) const;
};

}  // namespace congvu::incoming
