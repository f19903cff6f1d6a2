// SPDX-License-Identifier: Apache-2.0
#include "domain/OutgoingMail.h"

#include "congvu/json/Encode.h"

#include <algorithm>

namespace congvu::outgoing {

std::chrono::minutes mailWaitAfter(std::int64_t attempts) {
    // RFC 5321, section 4.5.4.1: sooner at first, then no oftener than every half an hour.
    static constexpr std::array<std::chrono::minutes, 7> kWaits{
        std::chrono::minutes{1},   std::chrono::minutes{5},   std::chrono::minutes{30}, std::chrono::minutes{60},
        std::chrono::minutes{120}, std::chrono::minutes{240}, std::chrono::minutes{240}};
    const auto index = static_cast<std::size_t>(std::clamp<std::int64_t>(attempts - 1, 0, std::int64_t{kWaits.size()} - 1));
    return kWaits[index];
}

OutgoingMail afterAttempt(OutgoingMail mail, const mail::Report& report, Timestamp at) {
    using mail::Outcome;
    ++mail.attempts;
    mail.outcome = json::nameOf(report.outcome);
    mail.reply = report.reply;
    mail.changedAt = at;
    if (report.outcome == Outcome::accepted) {
        mail.state = MailState::sent;
        mail.sentAt = at;
        return mail;
    }
    const bool maySucceedLater = report.outcome == Outcome::deferred || report.outcome == Outcome::unreachable;
    mail.state = maySucceedLater && mail.attempts < kMostMailAttempts ? MailState::queued : MailState::failed;
    mail.nextAt = at + mailWaitAfter(mail.attempts);
    return mail;
}

}  // namespace congvu::outgoing
