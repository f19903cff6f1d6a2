// SPDX-License-Identifier: Apache-2.0
#include "mail/SmtpMail.h"

#include "mail/MailSetup.h"
#include "mail/MailText.h"
#include "mail/SmtpSession.h"

#include "congvu/json/Encode.h"
#include "congvu/mail/Address.h"
#include "congvu/text/Text.h"

#include <Poco/Exception.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace congvu::host {

namespace {

using mail::Outcome;
using mail::Report;

constexpr std::size_t kLongestReply = 300;

/// One line that may be stored and shown.
std::string shownReply(std::string_view text) {
    std::string line{text.substr(0, kLongestReply)};
    std::ranges::replace_if(
        line, [](char byte) { return static_cast<unsigned char>(byte) < 0x20U || byte == 0x7F; }, ' ');
    if (!text::isClean(line)) {
        // Servers answer in ASCII (RFC 5321, section 4.2); what is no UTF-8 is nothing to read.
        std::ranges::replace_if(
            line, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80U; }, '?');
    }
    return line;
}

Report refusedBy(const SmtpReply& reply) {
    return {reply.isForGood() ? Outcome::rejected : Outcome::deferred, shownReply(reply.text)};
}

/// One message on its way. Each step answers the end of the way, or nothing when it goes on.
class SmtpPassage {
public:
    SmtpPassage(const MailSetup& setup, const mail::Message& message) : setup_(setup), message_(message) {}

    Report run(const mail::Mail::HandOver& handOver, Timestamp now) {
        const auto content = mailText(message_, setup_, now);
        if (auto end = address()) {
            return std::move(*end);
        }
        if (!handOver()) {
            return {Outcome::withheld};
        }
        if (auto end = announce()) {
            return std::move(*end);
        }
        return deliver(content);
    }

private:
    std::optional<Report> address() {
        try {
            session_ = std::make_unique<SmtpSession>(setup_);
            session_->begin();
            if (const auto reply = session_->say("MAIL FROM:<" + setup_.from + '>'); !reply.isDone()) {
                return Report{Outcome::unreachable, shownReply(reply.text)};
            }
            const auto reply = session_->say("RCPT TO:<" + message_.to + '>');
            return reply.isDone() ? std::nullopt : std::optional{refusedBy(reply)};
        } catch (const Poco::Exception& failure) {
            return Report{Outcome::unreachable, shownReply(failure.displayText())};
        }
    }
    std::optional<Report> announce() {
        try {
            const auto reply = session_->say("DATA");
            return reply.goesOn() ? std::nullopt : std::optional{refusedBy(reply)};
        } catch (const Poco::Exception& failure) {
            return Report{Outcome::unreachable, shownReply(failure.displayText())};
        }
    }
    Report deliver(const std::string& content) {
        try {
            const auto reply = session_->handOver(content);
            return reply.isDone() ? Report{Outcome::accepted, shownReply(reply.text)} : refusedBy(reply);
        } catch (const Poco::Exception& failure) {
            return {Outcome::uncertain, shownReply(failure.displayText())};
        }
    }

    const MailSetup& setup_;
    const mail::Message& message_;
    std::unique_ptr<SmtpSession> session_;
};

}  // namespace

bool SmtpMail::isSetUp() const {
    return MailSetup::of(settings_).isComplete();
}

Report SmtpMail::send(const mail::Message& message, const HandOver& handOver) {
    const auto setup = MailSetup::of(settings_);
    if (!setup.isComplete()) {
        return {Outcome::notSetUp};
    }
    if (!mail::isAddress(message.to)) {
        return {Outcome::rejected, "no mail address"};
    }
    auto report = SmtpPassage{setup, message}.run(handOver, clock_.now());
    if (report.outcome != Outcome::accepted && report.outcome != Outcome::withheld) {
        // The answer to a recipient names him, so only that about the server is written down.
        const bool isOfServer = report.outcome == Outcome::unreachable;
        log_.warn("mail.not-sent", {{"message", message.id},
                                    {"outcome", std::string{json::nameOf(report.outcome)}},
                                    {"reply", isOfServer ? report.reply : std::string{}}});
    }
    return report;
}

}  // namespace congvu::host
