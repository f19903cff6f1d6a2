// SPDX-License-Identifier: Apache-2.0
#include "mail/MailSetup.h"

#include "congvu/mail/Address.h"

#include <limits>

namespace congvu::host {

namespace {

MailSecurity mailSecurityFrom(const std::string& name) {
    if (name == "tls") {
        return MailSecurity::tls;
    }
    return name == "none" ? MailSecurity::none : MailSecurity::startTls;
}

}  // namespace

MailSetup MailSetup::of(const settings::Settings& settings) {
    MailSetup setup;
    setup.host = settings.text("core.mail_host");
    const auto port = settings.number("core.mail_port");
    setup.port = port > 0 && port <= std::numeric_limits<std::uint16_t>::max() ? static_cast<std::uint16_t>(port) : std::uint16_t{0};
    setup.security = mailSecurityFrom(settings.text("core.mail_security"));
    setup.user = settings.text("core.mail_user");
    setup.password = settings.text("core.mail_password");
    setup.from = settings.text("core.mail_from");
    setup.fromName = settings.text("core.mail_from_name");
    setup.authorities = settings.text("core.mail_authorities");
    return setup;
}

bool MailSetup::isComplete() const {
    return !host.empty() && port != 0 && mail::isAddress(from);
}

}  // namespace congvu::host
