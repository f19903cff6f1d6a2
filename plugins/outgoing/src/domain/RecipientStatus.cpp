// SPDX-License-Identifier: Apache-2.0
#include "domain/RecipientStatus.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace congvu::outgoing {

namespace {

/// The order in which a delivery goes on; a refusal ends it.
constexpr std::array<std::string_view, 7> kOrder{"sent", "01", "02", "03", "04", "05", "06"};

/// Place in the order, nothing for what does not stand in it ("00", "13", a word nobody knows).
std::optional<std::size_t> rankOf(std::string_view status) {
    const auto found = std::ranges::find(kOrder, status);
    return found == kOrder.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - kOrder.begin())};
}

bool isRecallAnswer(std::string_view status) {
    return status == "15" || status == "16";
}

bool isProgress(const Recipient& recipient, std::string_view status) {
    const auto present = rankOf(recipient.status);
    const auto next = rankOf(status);
    return present && next && *next > *present && !holdsNothing(recipient);
}

}  // namespace

std::optional<Recipient> afterNews(const Recipient& recipient, const StatusNews& news, Timestamp at) {
    const bool isAnswer = isRecallAnswer(news.status) && recipient.recall == "13";
    if (!isAnswer && !isProgress(recipient, news.status)) {
        return std::nullopt;
    }
    auto after = recipient;
    (isAnswer ? after.recall : after.status) = news.status;
    after.reason = news.reason;
    if (news.arrivalNumber) {
        after.arrivalNumber = news.arrivalNumber;
    }
    after.updatedAt = at;
    return after;
}

bool holdsNothing(const Recipient& recipient) {
    const bool hasNotLeft = recipient.carriage != Carriage::electronic &&
                            (recipient.status == "00" || recipient.status == kQueued || recipient.status == kFailed);
    return recipient.status == "02" || recipient.recall == "15" || hasNotLeft;
}

bool canConfirm(const Recipient& recipient) {
    return recipient.carriage != Carriage::electronic && recipient.recall.empty() && recipient.status != kReceived &&
           recipient.status != "00";
}

bool hasAnsweredRecall(const Recipient& recipient) {
    return holdsNothing(recipient) || recipient.recall == "16";
}

}  // namespace congvu::outgoing
