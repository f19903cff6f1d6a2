// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/RegisterBook.h"
#include "service/History.h"
#include "service/RegisterSequence.h"
#include "storage/RegisterBookRepository.h"
#include "storage/ReservationRepository.h"

#include "congvu/db/Db.h"
#include "congvu/mandates/Mandates.h"
#include "congvu/registers/Registers.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// The registers of an agency, and the numbers that are kept free in them.
class RegisterBooks {
public:
    struct Needs {
        db::Db& db;
        const mandates::Mandates& mandates;
        registers::Registers& registers;
        const settings::Settings& settings;
        const Clock& clock;
        const History& history;
    };
    explicit RegisterBooks(const Needs& needs) : needs_(needs) {}

    /// The common register first, then the agency's own in their order, those out of use included.
    [[nodiscard]] std::vector<RegisterBook> list(const http::Caller& caller) const;
    /// One of them; AppError notFound when the agency has no such register.
    [[nodiscard]] RegisterBook require(db::Reader& reader, const http::Caller& caller, std::string_view code) const;
    [[nodiscard]] RegisterBook find(const http::Caller& caller, std::string_view code) const;
    /// The register that an entry names, or nothing; the common one always.
    [[nodiscard]] std::optional<RegisterBook> findForEntry(db::Reader& reader, const http::Caller& clerk, std::string_view code) const;
    /// 422 for a code that is no code, unknown types, or a secret register where the setting does not allow one; 409
    /// "incoming.register-exists".
    RegisterBook define(const http::Caller& caller, const RegisterBookInput& input) const;
    /// Name, types and use of an own register. 409 "incoming.common-register" for the common one; 412 when somebody was quicker.
    RegisterBook change(const http::Caller& caller, std::string_view code, std::int64_t version, const RegisterBookChange& change) const;

    /// Keeps the next number of this year free. The same request key gives the same reservation. 403 by a mandate that is limited to types.
    Reservation reserve(const http::Caller& clerk, std::string_view code, const ReservationInput& input) const;
    [[nodiscard]] db::Page<Reservation> reservations(const http::Caller& caller, std::string_view code, const ReservationFilter& filter,
                                                     const db::PageRequest& page) const;
    /// AppError notFound unless the reservation is one of the caller's agency.
    void requireReservation(const http::Caller& caller, std::string_view id) const;
    /// The number is recorded as cancelled and is never used. 409 "incoming.reservation-gone" when it was used or voided before.
    Reservation voidReservation(const http::Caller& clerk, std::string_view id, std::string_view reason) const;
    /// Takes a reserved number for a document, in the caller's transaction; its number. Errors point at "/entry/reservationId".
    std::int64_t use(db::Tx& tx, const http::Caller& clerk, std::string_view id, const registers::Sequence& sequence,
                     const EntityRef& document) const;

    [[nodiscard]] bool mayBeSecret() const { return needs_.settings.boolean("incoming.secret_registers"); }
    [[nodiscard]] std::int64_t backDateDays(const http::Caller& caller) const {
        return needs_.settings.number("incoming.back_date_days", caller.unitId);
    }

private:
    Needs needs_;
    RegisterBookRepository books_;
    ReservationRepository reservations_;
};

}  // namespace congvu::incoming
