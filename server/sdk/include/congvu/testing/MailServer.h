// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace congvu::testing {

/// A mail that the server has taken.
struct ReceivedMail {
    std::string from;
    std::string to;
    std::string user;  ///< who signed in, empty for nobody
    bool isSecure = false;
    std::string content;  ///< as it came, dots undoubled
    std::string text;     ///< the first part, decoded
};

enum class MailServerSecurity { none, startTls, tls };

/// A small real SMTP server on the loopback interface, one connection after the other, with a certificate of its own for "localhost". For
/// tests of whoever sends mail.
class MailServer {
public:
    explicit MailServer(MailServerSecurity security = MailServerSecurity::none);
    ~MailServer();
    MailServer(const MailServer&) = delete;
    MailServer& operator=(const MailServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// PEM file with the certificate, for those who shall trust it.
    [[nodiscard]] std::string authorityFile() const;
    /// What was taken until now, oldest first.
    [[nodiscard]] std::vector<ReceivedMail> received() const;
    /// Connections that were opened until now.
    [[nodiscard]] int connections() const;

    /// From now on the command ("RCPT", "MAIL", "DATA", "." for the content) is answered so; an empty reply takes that back.
    void answer(const std::string& command, const std::string& reply);
    /// From now on the connection is cut after the content, without an answer.
    void cutAfterContent(bool isCut);
    /// Only who signs in with these may send.
    void requireSignIn(const std::string& user, const std::string& password);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace congvu::testing
