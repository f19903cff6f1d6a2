// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::incoming {

/// Chuyển xử lý (one unit or person handles it) or để biết (anybody may get it for information).
enum class TransferKind { handle, inform };
enum class TransferState {
    open,       ///< lies with its recipient
    done,       ///< its recipient finished the document
    returned,   ///< given back with a reason
    recalled,   ///< taken back by its sender
    forwarded,  ///< its recipient handed it on
    ended,      ///< the document went another way: a direction, the end, a recall by the issuer
};

/// One unit or post. Exactly one of the two is set.
struct TransferRecipient {
    std::optional<std::string> unitId;
    std::optional<std::string> postId;
};

struct TransferInput {
    TransferKind kind = TransferKind::handle;
    std::vector<TransferRecipient> recipients;
    std::string note;
    std::optional<Date> dueOn;
};

/// Somebody who has opened what was transferred to him or to his unit.
struct Receipt {
    std::string personName;
    std::string postTitle;
    Timestamp readAt;
};

/// A document handed to, or shown to, a unit or a person.
struct Transfer {
    std::string id;
    std::string documentId;
    TransferKind kind = TransferKind::handle;
    TransferState state = TransferState::open;
    std::string fromPostId;
    std::string fromName;
    std::string fromTitle;
    std::optional<std::string> toUnitId;
    std::optional<std::string> toPostId;
    std::string toName;
    std::string note;
    std::optional<Date> dueOn;
    Timestamp sentAt;
    std::optional<Timestamp> endedAt;
    std::string endNote;
    std::optional<std::string> previousId;  ///< the transfer that this one forwards

    [[nodiscard]] std::string accessToken() const { return toUnitId ? "unit:" + *toUnitId : "post:" + toPostId.value_or(""); }
};

/// As the page shows it: with the receipts where the caller may see them, and what the caller may do now.
struct TransferView {
    Transfer transfer;
    bool hasReceipts = false;
    std::vector<Receipt> receipts;
    std::vector<std::string> acts;  ///< "recall", "return", "forward", "complete"
};

}  // namespace congvu::incoming

template <>
struct congvu::json::EnumNames<congvu::incoming::TransferKind> {
    using Kind = congvu::incoming::TransferKind;
    static constexpr std::array values{std::pair{Kind::handle, std::string_view{"handle"}},
                                       std::pair{Kind::inform, std::string_view{"inform"}}};
};

template <>
struct congvu::json::EnumNames<congvu::incoming::TransferState> {
    using State = congvu::incoming::TransferState;
    static constexpr std::array values{
        std::pair{State::open, std::string_view{"open"}},           std::pair{State::done, std::string_view{"done"}},
        std::pair{State::returned, std::string_view{"returned"}},   std::pair{State::recalled, std::string_view{"recalled"}},
        std::pair{State::forwarded, std::string_view{"forwarded"}}, std::pair{State::ended, std::string_view{"ended"}}};
};

template <>
struct congvu::json::Description<congvu::incoming::TransferRecipient> {
    static auto fields() {
        using Recipient = congvu::incoming::TransferRecipient;
        return std::tuple{field("unitId", &Recipient::unitId), field("postId", &Recipient::postId)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::TransferInput> {
    static auto fields() {
        using Input = congvu::incoming::TransferInput;
        return std::tuple{field("kind", &Input::kind).required(), field("recipients", &Input::recipients).required().maxLength(50),
                          field("note", &Input::note).maxLength(500).multiline(), field("dueOn", &Input::dueOn)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::Receipt> {
    static auto fields() {
        using Receipt = congvu::incoming::Receipt;
        return std::tuple{field("personName", &Receipt::personName), field("postTitle", &Receipt::postTitle),
                          field("readAt", &Receipt::readAt)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::Transfer> {
    static auto fields() {
        using Transfer = congvu::incoming::Transfer;
        return std::tuple{field("id", &Transfer::id),
                          field("kind", &Transfer::kind),
                          field("state", &Transfer::state),
                          field("fromName", &Transfer::fromName),
                          field("fromTitle", &Transfer::fromTitle),
                          field("toUnitId", &Transfer::toUnitId),
                          field("toPostId", &Transfer::toPostId),
                          field("toName", &Transfer::toName),
                          field("note", &Transfer::note),
                          field("dueOn", &Transfer::dueOn),
                          field("sentAt", &Transfer::sentAt),
                          field("endedAt", &Transfer::endedAt),
                          field("endNote", &Transfer::endNote),
                          field("previousId", &Transfer::previousId)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::TransferView> {
    static auto fields() {
        using View = congvu::incoming::TransferView;
        return std::tuple{field("transfer", &View::transfer), field("hasReceipts", &View::hasReceipts), field("receipts", &View::receipts),
                          field("acts", &View::acts)};
    }
};
