// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mail/MailSetup.h"

#include "congvu/mail/Mail.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>

namespace congvu::host {

/// A header's words: as they are when they are plain ASCII, else as encoded words of whole characters (RFC 2047). Line breaks and control
/// characters become blanks, so that nobody writes a header of his own.
std::string headerWords(std::string_view utf8);

/// The whole message as it goes over the wire (RFC 5322, MIME): lines end with CR LF, no line is longer than 998 octets.
std::string mailText(const mail::Message& message, const MailSetup& sender, Timestamp now);

}  // namespace congvu::host
