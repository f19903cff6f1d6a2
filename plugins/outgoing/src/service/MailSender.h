// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/jobs/Jobs.h"
#include "congvu/mail/Mail.h"
#include "domain/MailLetter.h"
#include "service/Dispatching.h"
#include "service/DocumentWork.h"
#include "service/Services.h"
#include "storage/MailRepository.h"
#include "storage/ReceiptRepository.h"

#include <chrono>
#include <optional>
#include <string>

namespace congvu::outgoing {

/// The job "send-mail": sends what is queued, one mail after the other, and writes how each attempt ended. A mail goes out at most once by
/// itself: "sending" is durable before the first byte of its content leaves, and what may have reached the recipient is never tried again
/// without a person (docs/decisions/0014). Where no server or no public address is set, everything waits.
class MailSender {
public:
    static constexpr std::chrono::seconds kInterval{15};
    static constexpr std::int64_t kAtOnce = 50;
    /// Longer than an attempt takes; who is on the way since then has been left behind by a process that ended.
    static constexpr std::chrono::minutes kLeftBehind{20};

    MailSender(const Services& services, DocumentWork& work, const Dispatching& dispatching, mail::Mail& mail)
        : services_(services), work_(work), dispatching_(dispatching), mail_(mail) {}
    void addTo(jobs::Jobs& jobs) {
        jobs.add("send-mail", jobs::Schedule::every(kInterval), [this] { run(); });
    }
    void run() const;

    /// True when mails can leave: there are a server and an address for their links.
    [[nodiscard]] bool isReady() const;

private:
    /// A mail ready to go, and what it cannot take along.
    struct Envelope {
        mail::Message message;
        LetterFacts facts;
    };
    /// What was on its way when a process ended may have arrived.
    void settleLeftBehind() const;
    /// False when the server cannot be reached: then no other mail can go either.
    bool sendOne(const OutgoingMail& mail) const;
    /// Nothing when the document or its recipient is not there any more.
    [[nodiscard]] std::optional<Envelope> read(const OutgoingMail& mail) const;
    [[nodiscard]] std::optional<LetterFacts> factsOf(db::Reader& reader, const OutgoingMail& mail) const;
    [[nodiscard]] std::vector<files::StoredFile> filesOf(db::Reader& reader, const OutgoingMail& mail) const;
    /// Takes along what fits, the signed file first.
    void pack(const std::vector<files::StoredFile>& files, Envelope& envelope) const;
    void conclude(const OutgoingMail& mail, MailState from, const mail::Report& report) const;
    void tellStatus(db::Tx& tx, OutgoingDocument& document, const OutgoingMail& mail) const;
    void tellFailure(db::Tx& tx, const OutgoingDocument& document, const OutgoingMail& mail, const Recipient& recipient) const;
    [[nodiscard]] std::string publicAddress() const;

    Services services_;
    DocumentWork& work_;
    const Dispatching& dispatching_;
    mail::Mail& mail_;
    MailRepository mails_;
    ReceiptRepository receipts_;
};

}  // namespace congvu::outgoing
