// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mail/MailSetup.h"

#include <Poco/Net/SMTPClientSession.h>

#include <string>

namespace congvu::host {

/// What a mail server answered.
struct SmtpReply {
    int status = 0;
    std::string text;
    [[nodiscard]] bool isDone() const { return status / 100 == 2; }
    [[nodiscard]] bool goesOn() const { return status / 100 == 3; }
    [[nodiscard]] bool isForGood() const { return status / 100 == 5; }
};

/// One connection to a mail server (RFC 5321). Every function throws Poco::Exception when the connection fails.
class SmtpSession : public Poco::Net::SMTPClientSession {
public:
    /// Connects, with TLS at once when the setup says so.
    explicit SmtpSession(const MailSetup& setup);

    /// Greets the server, secures the connection and signs in as the setup says. What was asked for and cannot be had ends in a
    /// Poco::Exception, so that nothing goes out in clear that should not.
    void begin();
    SmtpReply say(const std::string& command);
    /// The content after "354": dots doubled, the end marked, the answer awaited as long as RFC 5321, section 4.5.3.2.6 asks.
    SmtpReply handOver(const std::string& content);

private:
    void secure();
    void signIn(const std::string& offered);
    [[nodiscard]] std::string ownName();

    const MailSetup& setup_;
};

}  // namespace congvu::host
