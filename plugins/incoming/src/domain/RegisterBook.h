// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::incoming {

/// The code of the common register (sổ văn bản đến), which every agency has.
inline constexpr std::string_view kCommonRegister = "chung";

/// A register of incoming documents (sổ đăng ký văn bản đến, Decree 30/2020, Art. 22) with its own yearly sequence.
struct RegisterBook {
    std::string code;  ///< capital letters, digits and hyphens; never changes
    std::int64_t version = 0;
    std::string name;
    std::vector<std::string> typeIds;  ///< document types it is proposed for
    bool isSecret = false;             ///< metadata only: Law 117/2025/QH15 forbids content of secret documents here
    bool isActive = true;
    std::int64_t position = 0;
};

/// What an administrator writes of a register.
struct RegisterBookInput {
    std::string code;
    std::string name;
    std::vector<std::string> typeIds;
    bool isSecret = false;
    bool isActive = true;
};
struct RegisterBookChange {
    std::string name;
    std::vector<std::string> typeIds;
    bool isActive = true;
};

/// Whether a reserved number still waits.
enum class ReservationState { reserved, used, voided };

/// A number that is kept free with a reason.
struct Reservation {
    std::string id;
    std::string registerCode;
    std::int64_t year = 0;
    std::int64_t number = 0;
    ReservationState state = ReservationState::reserved;
    std::string reason;
    std::string personName;
    Timestamp reservedAt;
    std::optional<std::string> documentId;
    std::optional<Timestamp> endedAt;
    std::string endReason;
};

/// Which reservations are listed: of this year unless another is asked for, in any state unless one is.
struct ReservationFilter {
    std::optional<int> year;
    std::optional<ReservationState> state;
};

/// `key` is made by the caller: asked twice with the same one, one number is reserved.
struct ReservationInput {
    std::string reason;
    std::string key;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::EnumNames<congvu::incoming::ReservationState> {
    using State = congvu::incoming::ReservationState;
    static constexpr std::array values{std::pair{State::reserved, std::string_view{"reserved"}},
                                       std::pair{State::used, std::string_view{"used"}},
                                       std::pair{State::voided, std::string_view{"voided"}}};
};

template <>
struct congvu::json::Description<congvu::incoming::RegisterBook> {
    static auto fields() {
        using Book = congvu::incoming::RegisterBook;
        return std::tuple{field("code", &Book::code),        field("version", &Book::version),   field("name", &Book::name),
                          field("typeIds", &Book::typeIds),  field("isSecret", &Book::isSecret), field("isActive", &Book::isActive),
                          field("position", &Book::position)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::RegisterBookInput> {
    static auto fields() {
        using Input = congvu::incoming::RegisterBookInput;
        return std::tuple{field("code", &Input::code).required().maxLength(12), field("name", &Input::name).required().maxLength(200),
                          field("typeIds", &Input::typeIds).maxLength(60), field("isSecret", &Input::isSecret),
                          field("isActive", &Input::isActive)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::RegisterBookChange> {
    static auto fields() {
        using Change = congvu::incoming::RegisterBookChange;
        return std::tuple{field("name", &Change::name).required().maxLength(200), field("typeIds", &Change::typeIds).maxLength(60),
                          field("isActive", &Change::isActive)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::Reservation> {
    static auto fields() {
        using Item = congvu::incoming::Reservation;
        return std::tuple{field("id", &Item::id),
                          field("registerCode", &Item::registerCode),
                          field("year", &Item::year),
                          field("number", &Item::number),
                          field("state", &Item::state),
                          field("reason", &Item::reason),
                          field("personName", &Item::personName),
                          field("reservedAt", &Item::reservedAt),
                          field("documentId", &Item::documentId),
                          field("endedAt", &Item::endedAt),
                          field("endReason", &Item::endReason)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::ReservationInput> {
    static auto fields() {
        using Input = congvu::incoming::ReservationInput;
        return std::tuple{field("reason", &Input::reason).required().maxLength(500).multiline(),
                          field("key", &Input::key).required().maxLength(40)};
    }
};
