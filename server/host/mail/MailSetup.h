// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/settings/Settings.h"

#include <cstdint>
#include <string>

namespace congvu::host {

enum class MailSecurity {
    startTls,  ///< submission, RFC 6409: STARTTLS or nothing
    tls,       ///< TLS from the first byte, RFC 8314
    none,      ///< in clear, for a relay on the same machine or network; no password is sent then
};

/// The mail server as the administrator has named it (settings core.mail_*).
struct MailSetup {
    std::string host;
    std::uint16_t port = 0;
    MailSecurity security = MailSecurity::startTls;
    std::string user;  ///< empty: no sign-in
    std::string password;
    std::string from;
    std::string fromName;
    std::string authorities;  ///< PEM file of the authorities to trust, empty for those of the machine

    static MailSetup of(const settings::Settings& settings);
    /// True when there is a server and a sender's address.
    [[nodiscard]] bool isComplete() const;
};

}  // namespace congvu::host
