// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::mail {

struct Attachment {
    std::string name;  ///< letters, digits, dots and hyphens; anything else is written as a hyphen
    std::string mediaType;
    std::string bytes;
};

/// One message to one recipient. Texts are UTF-8.
struct Message {
    std::string id;  ///< left part of the Message-ID; the same for every attempt, so that mail programs show a repeated message once
    std::string to;
    std::string subject;
    std::string text;
    std::vector<Attachment> attachments{};
};

/// How far a message has come. Only `accepted` and `uncertain` may have reached the recipient.
enum class Outcome {
    accepted,     ///< the server has taken it over (RFC 5321, section 6.1)
    uncertain,    ///< handed over whole, and the answer did not come: it may have been taken or not
    rejected,     ///< refused for good (5xx)
    deferred,     ///< refused for now (4xx)
    unreachable,  ///< no connection, no TLS, no sign-in, or the server takes no mail of this sender
    withheld,     ///< the caller did not let it go
    notSetUp,     ///< the administrator has named no server
};

struct Report {
    Outcome outcome = Outcome::notSetUp;
    std::string reply{};  ///< the server's words or the cause, one line, at most 300 characters
};

/// Sends mail through the server that the administrator has named (settings core.mail_*). Thread-safe.
class Mail {
public:
    /// Asked once the server has agreed to the recipient and nothing of the content has left yet. False withholds the message.
    using HandOver = std::function<bool()>;
    virtual ~Mail() = default;

    [[nodiscard]] virtual bool isSetUp() const = 0;
    /// Blocks, for minutes when the server is slow: call it from a job, outside any transaction. Never throws for what the server does.
    virtual Report send(const Message& message, const HandOver& handOver) = 0;
};

}  // namespace congvu::mail

template <>
struct congvu::json::EnumNames<congvu::mail::Outcome> {
    using Outcome = congvu::mail::Outcome;
    static constexpr std::array values{
        std::pair{Outcome::accepted, std::string_view{"accepted"}},       std::pair{Outcome::uncertain, std::string_view{"uncertain"}},
        std::pair{Outcome::rejected, std::string_view{"rejected"}},       std::pair{Outcome::deferred, std::string_view{"deferred"}},
        std::pair{Outcome::unreachable, std::string_view{"unreachable"}}, std::pair{Outcome::withheld, std::string_view{"withheld"}},
        std::pair{Outcome::notSetUp, std::string_view{"not_set_up"}}};
};
template <>
struct congvu::json::Description<congvu::mail::Report> {
    static auto fields() {
        using Report = congvu::mail::Report;
        return std::tuple{field("outcome", &Report::outcome), field("reply", &Report::reply)};
    }
};
