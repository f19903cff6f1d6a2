// SPDX-License-Identifier: Apache-2.0
#include "service/RegisterBooks.h"

#include "domain/DocumentType.h"
#include "service/ReceivingMandate.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Writer.h"

#include <algorithm>
#include <set>

namespace congvu::incoming {

namespace {

EntityRef bookRef(std::string_view code) {
    return {"incoming", "register", std::string{code}};
}

EntityRef reservationRef(const std::string& id) {
    return {"incoming", "reservation", id};
}

RegisterBook commonBook() {
    RegisterBook book;
    book.code = kCommonRegister;
    book.version = 1;
    book.name = "Sổ đăng ký văn bản đến";
    return book;
}

bool isCode(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '-';
    });
}

void checkTypes(const std::vector<std::string>& typeIds, std::vector<FieldError>& errors) {
    std::set<std::string_view> seen;
    for (std::size_t index = 0; index < typeIds.size(); ++index) {
        if (findDocumentType(typeIds[index]) == nullptr || !seen.insert(typeIds[index]).second) {
            errors.push_back({"/typeIds/" + std::to_string(index), "unknown-choice", {}});
        }
    }
}

void throwIfWrong(const std::vector<FieldError>& errors) {
    if (!errors.empty()) {
        throw AppError::invalid(errors);
    }
}

std::string numberDetail(const Reservation& reservation) {
    json::Writer detail;
    detail.beginObject().key("register").string(reservation.registerCode).key("number").integer(reservation.number).endObject();
    return detail.take();
}

}  // namespace

std::vector<RegisterBook> RegisterBooks::list(const http::Caller& caller) const {
    std::vector<RegisterBook> all{commonBook()};
    for (auto& book : needs_.db.read([&](db::Reader& reader) { return books_.ofAgency(reader, caller.agencyId); })) {
        all.push_back(std::move(book));
    }
    return all;
}

RegisterBook RegisterBooks::require(db::Reader& reader, const http::Caller& caller, std::string_view code) const {
    if (code == kCommonRegister) {
        return commonBook();
    }
    auto book = books_.find(reader, caller.agencyId, code);
    if (!book) {
        throw AppError::notFound();
    }
    return std::move(*book);
}

std::optional<RegisterBook> RegisterBooks::findForEntry(db::Reader& reader, const http::Caller& clerk, std::string_view code) const {
    return code == kCommonRegister ? std::optional{commonBook()} : books_.find(reader, clerk.agencyId, code);
}

RegisterBook RegisterBooks::find(const http::Caller& caller, std::string_view code) const {
    return needs_.db.read([&](db::Reader& reader) { return require(reader, caller, code); });
}

RegisterBook RegisterBooks::define(const http::Caller& caller, const RegisterBookInput& input) const {
    std::vector<FieldError> errors;
    if (!isCode(input.code)) {
        errors.push_back({"/code", "incoming.bad-register-code", {}});
    }
    checkTypes(input.typeIds, errors);
    if (input.isSecret && !mayBeSecret()) {
        errors.push_back({"/isSecret", "incoming.secret-registers-off", {}});
    }
    throwIfWrong(errors);
    RegisterBook book{input.code, 1, input.name, input.typeIds, input.isSecret, input.isActive, 0};
    needs_.db.write([&](db::Tx& tx) {
        book.position = static_cast<std::int64_t>(books_.ofAgency(tx, caller.agencyId).size()) + 1;
        if (!books_.insert(tx, caller.agencyId, book)) {
            throw AppError(ErrorKind::conflict, "incoming.register-exists", {{"code", book.code}});
        }
        needs_.history.note(tx, caller, bookRef(book.code), "register-defined", book.name);
    });
    return book;
}

RegisterBook RegisterBooks::change(const http::Caller& caller, std::string_view code, std::int64_t version,
                                   const RegisterBookChange& change) const {
    if (code == kCommonRegister) {
        throw AppError(ErrorKind::conflict, "incoming.common-register");
    }
    std::vector<FieldError> errors;
    checkTypes(change.typeIds, errors);
    throwIfWrong(errors);
    return needs_.db.write([&](db::Tx& tx) {
        auto book = require(tx, caller, code);
        book.version = version;
        book.name = change.name;
        book.typeIds = change.typeIds;
        book.isActive = change.isActive;
        if (!books_.update(tx, caller.agencyId, book)) {
            throw AppError::stale();
        }
        ++book.version;
        needs_.history.note(tx, caller, bookRef(code), "register-changed", book.name);
        return book;
    });
}

Reservation RegisterBooks::reserve(const http::Caller& clerk, std::string_view code, const ReservationInput& input) const {
    return needs_.db.write([&](db::Tx& tx) {
        requireReceiving(needs_.mandates, tx, clerk, "");
        if (auto before = reservations_.ofRequest(tx, clerk.agencyId, input.key)) {
            return std::move(*before);
        }
        const auto book = require(tx, clerk, code);
        if (!book.isActive) {
            throw AppError(ErrorKind::conflict, "incoming.register-closed");
        }
        Reservation reservation;
        reservation.id = newId();
        reservation.registerCode = book.code;
        reservation.year = needs_.clock.today().year();
        reservation.reason = input.reason;
        reservation.personName = clerk.personName;
        reservation.reservedAt = needs_.clock.now();
        const auto sequence = sequenceOf(clerk.agencyId, book.code, static_cast<int>(reservation.year));
        reservation.number = needs_.registers.reserve(tx, sequence, reservationRef(reservation.id), input.reason);
        reservations_.insert(tx, clerk, reservation, input.key);
        needs_.history.note(tx, clerk, reservationRef(reservation.id), "number-reserved", input.reason, numberDetail(reservation));
        return reservation;
    });
}

db::Page<Reservation> RegisterBooks::reservations(const http::Caller& caller, std::string_view code, const ReservationFilter& filter,
                                                  const db::PageRequest& page) const {
    return needs_.db.read([&](db::Reader& reader) {
        const auto book = require(reader, caller, code);
        return reservations_.page(reader, caller.agencyId, book.code, filter.year.value_or(needs_.clock.today().year()), filter.state,
                                  page);
    });
}

void RegisterBooks::requireReservation(const http::Caller& caller, std::string_view id) const {
    if (!needs_.db.read([&](db::Reader& reader) { return reservations_.find(reader, caller.agencyId, id).has_value(); })) {
        throw AppError::notFound();
    }
}

Reservation RegisterBooks::voidReservation(const http::Caller& clerk, std::string_view id, std::string_view reason) const {
    return needs_.db.write([&](db::Tx& tx) {
        auto reservation = reservations_.find(tx, clerk.agencyId, id);
        if (!reservation) {
            throw AppError::notFound();
        }
        requireReceiving(needs_.mandates, tx, clerk, "");
        reservation->state = ReservationState::voided;
        reservation->endReason = reason;
        reservation->endedAt = needs_.clock.now();
        if (!reservations_.end(tx, *reservation)) {
            throw AppError(ErrorKind::conflict, "incoming.reservation-gone");
        }
        const auto sequence = sequenceOf(clerk.agencyId, reservation->registerCode, static_cast<int>(reservation->year));
        needs_.registers.cancel(tx, sequence, reservation->number, reason);
        needs_.history.note(tx, clerk, reservationRef(reservation->id), "number-voided", reason, numberDetail(*reservation));
        return *reservation;
    });
}

std::int64_t RegisterBooks::use(db::Tx& tx, const http::Caller& clerk, std::string_view id, const registers::Sequence& sequence,
                                const EntityRef& document) const {
    auto reservation = reservations_.find(tx, clerk.agencyId, id);
    const bool isOfSequence =
        reservation && reservation->year == sequence.year &&
        sequenceOf(clerk.agencyId, reservation->registerCode, static_cast<int>(reservation->year)).group == sequence.group;
    if (!isOfSequence) {
        throw AppError::invalidField("/entry/reservationId", "incoming.unknown-reservation");
    }
    reservation->state = ReservationState::used;
    reservation->documentId = document.id;
    reservation->endedAt = needs_.clock.now();
    if (!reservations_.end(tx, *reservation)) {
        throw AppError(ErrorKind::conflict, "incoming.reservation-gone");
    }
    needs_.registers.use(tx, sequence, reservation->number, document);
    return reservation->number;
}

}  // namespace congvu::incoming
