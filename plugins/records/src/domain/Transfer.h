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

namespace congvu::records {

enum class TransferState { submitted, accepted, returned };

/// Dossiers that a unit hands over to the agency's archive in one act, with list and minutes (Decree 30/2020, Art. 30 and App. V).
struct Transfer {
    std::string id;
    std::string agencyId;
    int year = 0;
    std::string title;  ///< tên khối tài liệu giao nộp
    std::string unitId;
    std::string unitName;
    TransferState state = TransferState::submitted;
    std::string condition;   ///< tình trạng tài liệu giao nộp
    std::int64_t boxes = 0;  ///< of paper
    std::int64_t dossierCount = 0;
    std::string fromPostId;
    std::string fromName;
    std::string fromTitle;
    std::string toName;  ///< who has received or returned it
    std::string toTitle;
    std::string reason;  ///< of the return
    Timestamp createdAt;
    std::optional<Timestamp> decidedAt;
    std::int64_t version = 1;
};

inline constexpr std::size_t kMostDossiersInTransfer = 500;

struct NewTransfer {
    std::vector<std::string> dossierIds;
    std::string title;
    std::string condition;
    std::int64_t boxes = 0;
};
struct TransferAcceptance {
    std::string condition;
};

}  // namespace congvu::records

template <>
struct congvu::json::EnumNames<congvu::records::TransferState> {
    using State = congvu::records::TransferState;
    static constexpr std::array values{std::pair{State::submitted, std::string_view{"submitted"}},
                                       std::pair{State::accepted, std::string_view{"accepted"}},
                                       std::pair{State::returned, std::string_view{"returned"}}};
};

template <>
struct congvu::json::Description<congvu::records::Transfer> {
    static auto fields() {
        using Transfer = congvu::records::Transfer;
        return std::tuple{field("id", &Transfer::id),
                          field("year", &Transfer::year),
                          field("title", &Transfer::title),
                          field("unitName", &Transfer::unitName),
                          field("state", &Transfer::state),
                          field("condition", &Transfer::condition),
                          field("boxes", &Transfer::boxes),
                          field("dossierCount", &Transfer::dossierCount),
                          field("fromName", &Transfer::fromName),
                          field("fromTitle", &Transfer::fromTitle),
                          field("toName", &Transfer::toName),
                          field("toTitle", &Transfer::toTitle),
                          field("reason", &Transfer::reason),
                          field("createdAt", &Transfer::createdAt),
                          field("decidedAt", &Transfer::decidedAt),
                          field("version", &Transfer::version)};
    }
};

template <>
struct congvu::json::Description<congvu::records::NewTransfer> {
    static auto fields() {
        using New = congvu::records::NewTransfer;
        return std::tuple{field("dossierIds", &New::dossierIds).required().maxLength(congvu::records::kMostDossiersInTransfer),
                          field("title", &New::title).required().maxLength(300), field("condition", &New::condition).maxLength(500),
                          field("boxes", &New::boxes).range(0, 10'000)};
    }
};

template <>
struct congvu::json::Description<congvu::records::TransferAcceptance> {
    static auto fields() {
        using Acceptance = congvu::records::TransferAcceptance;
        return std::tuple{field("condition", &Acceptance::condition).maxLength(500)};
    }
};
