// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/log/Log.h"
#include "congvu/mail/Mail.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"

namespace congvu::host {

/// Sends mail over SMTP with the settings of the moment; one connection a message.
class SmtpMail final : public mail::Mail {
public:
    SmtpMail(const settings::Settings& settings, const Clock& clock, Log& log) : settings_(settings), clock_(clock), log_(log) {}

    [[nodiscard]] bool isSetUp() const override;
    mail::Report send(const mail::Message& message, const HandOver& handOver) override;

private:
    const settings::Settings& settings_;
    const Clock& clock_;
    Log& log_;
};

}  // namespace congvu::host
