// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/mail/Mail.h"
#include "congvu/time/Clock.h"
#include "domain/NoticeKind.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace congvu::outgoing {

enum class MailState {
    queued,   ///< waits for its turn or its next attempt
    sending,  ///< the server has agreed, the content is on its way
    sent,
    failed,   ///< a person decides what comes next
    dropped,  ///< not needed any more
};

/// A mail to one recipient of a document and how far it has come.
struct OutgoingMail {
    std::string id;
    std::string agencyId;
    std::string documentId;
    std::string deliveryId;
    NoticeKind kind = NoticeKind::document;
    std::string aboutId;  ///< of a notice about a later document: that document
    MailState state = MailState::queued;
    std::int64_t attempts = 0;
    Timestamp nextAt;
    std::string outcome;  ///< of the last attempt, a mail::Outcome by name; empty before the first
    std::string reply;    ///< the server's words
    Timestamp createdAt;
    Timestamp changedAt;
    std::optional<Timestamp> sentAt;
};

/// A line of the list of mails.
struct MailRow {
    OutgoingMail mail;
    std::string numberAndSymbol;
    std::string subject;
    std::string recipientName;
    std::string email;
};

/// Attempts after which a mail that the server defers is given up: a little more than a day.
inline constexpr std::int64_t kMostMailAttempts = 12;
/// How long to wait after so many attempts, from a minute to four hours.
std::chrono::minutes mailWaitAfter(std::int64_t attempts);

/// The mail after an attempt. Nothing is tried again by itself that may have reached the recipient: what is uncertain fails.
OutgoingMail afterAttempt(OutgoingMail mail, const mail::Report& report, Timestamp at);

}  // namespace congvu::outgoing

template <>
struct congvu::json::EnumNames<congvu::outgoing::MailState> {
    using State = congvu::outgoing::MailState;
    static constexpr std::array values{
        std::pair{State::queued, std::string_view{"queued"}}, std::pair{State::sending, std::string_view{"sending"}},
        std::pair{State::sent, std::string_view{"sent"}}, std::pair{State::failed, std::string_view{"failed"}},
        std::pair{State::dropped, std::string_view{"dropped"}}};
};
template <>
struct congvu::json::Description<congvu::outgoing::OutgoingMail> {
    static auto fields() {
        using Mail = congvu::outgoing::OutgoingMail;
        return std::tuple{field("id", &Mail::id),
                          field("documentId", &Mail::documentId),
                          field("deliveryId", &Mail::deliveryId),
                          field("kind", &Mail::kind),
                          field("state", &Mail::state),
                          field("attempts", &Mail::attempts),
                          field("nextAt", &Mail::nextAt),
                          field("outcome", &Mail::outcome),
                          field("reply", &Mail::reply),
                          field("createdAt", &Mail::createdAt),
                          field("changedAt", &Mail::changedAt),
                          field("sentAt", &Mail::sentAt)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::MailRow> {
    static auto fields() {
        using Row = congvu::outgoing::MailRow;
        return std::tuple{field("mail", &Row::mail), field("numberAndSymbol", &Row::numberAndSymbol), field("subject", &Row::subject),
                          field("recipientName", &Row::recipientName), field("email", &Row::email)};
    }
};
