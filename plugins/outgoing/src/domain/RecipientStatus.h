// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"
#include "domain/OutgoingDocument.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::outgoing {

/// What a recipient's register tells the sender: a status of the delivery ("01" arrived, "02" refused, "03" accepted, "04" assigned, "05"
/// in work, "06" completed) or the answer to a recall ("15" agreed, "16" refused). Decision 28/2018/QĐ-TTg; codes of the exchange axis.
struct StatusNews {
    std::string status;
    std::string reason;
    std::optional<std::int64_t> arrivalNumber;
    std::optional<Timestamp> at{};  ///< when it was so at the recipient's; nothing: when the news came
};

/// The recipient after it has said \p news. Nothing for what is not new: news may come twice, never goes backwards, and an answer to a
/// recall counts only while one is asked.
std::optional<Recipient> afterNews(const Recipient& recipient, const StatusNews& news, Timestamp at);

/// True for a recipient that has refused the document or given it back, or whom no mail and no paper has reached.
bool holdsNothing(const Recipient& recipient);
/// The words of a delivery by mail or on paper, beside "00" and those of the exchange.
inline constexpr std::string_view kQueued = "queued";        ///< waits to be sent
inline constexpr std::string_view kSent = "sent";            ///< taken over by the mail server or the carrier
inline constexpr std::string_view kFailed = "failed";        ///< refused, or came back
inline constexpr std::string_view kUncertain = "uncertain";  ///< handed to the mail server, which did not answer
inline constexpr std::string_view kReceived = "received";    ///< confirmed by the recipient

/// True when the recipient's confirmation is news: by mail or on paper, of what has left the house or may have.
bool canConfirm(const Recipient& recipient);
/// True when a recall has nothing to wait for from this recipient.
bool hasAnsweredRecall(const Recipient& recipient);

}  // namespace congvu::outgoing
