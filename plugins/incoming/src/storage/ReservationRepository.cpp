// SPDX-License-Identifier: Apache-2.0
#include "storage/ReservationRepository.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

#include <charconv>

namespace congvu::incoming {

namespace {

constexpr std::string_view kReservationColumns =
    "id, register_code, year, number, state, reason, person_name, reserved_at, document_id, ended_at, end_reason";

Reservation reservationOf(const db::Row& row) {
    Reservation reservation;
    reservation.id = row.string(0);
    reservation.registerCode = row.string(1);
    reservation.year = row.integer(2);
    reservation.number = row.integer(3);
    reservation.state = json::enumFrom<ReservationState>(row.text(4)).value_or(ReservationState::voided);
    reservation.reason = row.string(5);
    reservation.personName = row.string(6);
    reservation.reservedAt = row.time(7);
    reservation.documentId = row.optionalString(8);
    reservation.endedAt = row.optionalTime(9);
    reservation.endReason = row.string(10);
    return reservation;
}

std::int64_t numberBefore(const db::PageRequest& request) {
    std::int64_t number = std::int64_t{1} << 53;
    if (!request.cursor.empty()) {
        const auto text = db::unpackCursor(request.cursor, 1).front();
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size()) {
            throw AppError::invalidField("/cursor", "bad-cursor");
        }
    }
    return number;
}

}  // namespace

void ReservationRepository::insert(db::Tx& tx, const http::Caller& clerk, const Reservation& reservation,
                                   std::string_view requestKey) const {
    tx.execute(R"sql(
        INSERT INTO incoming_reservation (id, agency_id, register_code, year, number, state, reason, request_key, post_id, person_name,
            reserved_at, document_id, ended_at, end_reason)
        VALUES ($1, $2, $3, $4, $5, 'reserved', $6, $7, $8, $9, $10, NULL, NULL, '')
    )sql",
               {reservation.id, clerk.agencyId, reservation.registerCode, reservation.year, reservation.number, reservation.reason,
                requestKey, clerk.postId, reservation.personName, reservation.reservedAt});
}

std::optional<Reservation> ReservationRepository::find(db::Reader& reader, std::string_view agencyId, std::string_view id) const {
    return reader.one("SELECT " + std::string{kReservationColumns} + " FROM incoming_reservation WHERE id = $1 AND agency_id = $2",
                      {id, agencyId}, reservationOf);
}

std::optional<Reservation> ReservationRepository::ofRequest(db::Reader& reader, std::string_view agencyId,
                                                            std::string_view requestKey) const {
    return reader.one("SELECT " + std::string{kReservationColumns} + " FROM incoming_reservation WHERE agency_id = $1 AND request_key = $2",
                      {agencyId, requestKey}, reservationOf);
}

bool ReservationRepository::end(db::Tx& tx, const Reservation& reservation) const {
    return tx.execute(
               R"sql(
        UPDATE incoming_reservation SET state = $2, document_id = $3, ended_at = $4, end_reason = $5
        WHERE id = $1 AND state = 'reserved'
    )sql",
               {reservation.id, json::nameOf(reservation.state), reservation.documentId, reservation.endedAt, reservation.endReason}) == 1;
}

db::Page<Reservation> ReservationRepository::page(db::Reader& reader, std::string_view agencyId, std::string_view registerCode, int year,
                                                  std::optional<ReservationState> state, const db::PageRequest& request) const {
    const auto wanted = state ? json::nameOf(*state) : std::string_view{};
    auto rows = reader.list("SELECT " + std::string{kReservationColumns} + R"sql( FROM incoming_reservation
        WHERE agency_id = $1 AND register_code = $2 AND year = $3 AND number < $4 AND ($5 = '' OR state = $5) ORDER BY number DESC LIMIT $6)sql",
                            {agencyId, registerCode, year, numberBefore(request), wanted, request.limit + 1}, reservationOf);
    return db::makePage(std::move(rows), request, [](const Reservation& one) { return std::vector{std::to_string(one.number)}; });
}

}  // namespace congvu::incoming
