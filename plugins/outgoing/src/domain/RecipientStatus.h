// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"
#include "domain/OutgoingDocument.h"

#include <cstdint>
#include <optional>
#include <string>

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

/// True for a recipient that has refused the document or given it back.
bool holdsNothing(const Recipient& recipient);
/// True when a recall has nothing to wait for from this recipient.
bool hasAnsweredRecall(const Recipient& recipient);

}  // namespace congvu::outgoing
