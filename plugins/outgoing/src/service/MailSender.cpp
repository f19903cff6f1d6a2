// SPDX-License-Identifier: Apache-2.0
#include "service/MailSender.h"

#include "congvu/error/AppError.h"
#include "domain/RecipientStatus.h"

#include <algorithm>
#include <set>
#include <utility>

namespace congvu::outgoing {

namespace {

constexpr std::int64_t kMailMegabyte = 1024 * 1024;
/// Mail servers take little more, and in Base64 a third comes on top.
constexpr std::int64_t kMostMailMegabytes = 25;

/// The word of a delivery for how its mail stands; empty for what the recipient's line does not show.
std::string_view deliveryWordOf(const OutgoingMail& mail) {
    if (mail.state == MailState::sent) {
        return kSent;
    }
    if (mail.state != MailState::failed) {
        return {};
    }
    return mail.outcome == "uncertain" ? kUncertain : kFailed;
}

}  // namespace

std::string MailSender::publicAddress() const {
    auto address = services_.settings.text("core.public_address");
    while (address.ends_with('/')) {
        address.pop_back();
    }
    return address;
}

bool MailSender::isReady() const {
    return mail_.isSetUp() && !publicAddress().empty();
}

void MailSender::run() const {
    settleLeftBehind();
    if (!isReady()) {
        return;
    }
    const auto due = services_.db.read([&](db::Reader& reader) { return mails_.due(reader, services_.clock.now(), kAtOnce); });
    for (const auto& mail : due) {
        if (!sendOne(mail)) {
            return;
        }
    }
}

void MailSender::settleLeftBehind() const {
    const auto since = services_.clock.now() - kLeftBehind;
    const auto left = services_.db.read([&](db::Reader& reader) { return mails_.leftOver(reader, since, kAtOnce); });
    for (const auto& mail : left) {
        conclude(mail, MailState::sending, {mail::Outcome::uncertain, {}});
    }
}

bool MailSender::sendOne(const OutgoingMail& mail) const {
    const auto envelope = read(mail);
    if (!envelope) {
        auto gone = mail;
        gone.state = MailState::dropped;
        gone.changedAt = services_.clock.now();
        services_.db.write([&](db::Tx& tx) { mails_.write(tx, gone, MailState::queued); });
        return true;
    }
    bool isTaken = false;
    const auto report = mail_.send(envelope->message, [&] {
        isTaken = services_.db.write([&](db::Tx& tx) { return mails_.take(tx, mail.id, services_.clock.now()); });
        return isTaken;
    });
    if (report.outcome != mail::Outcome::withheld && report.outcome != mail::Outcome::notSetUp) {
        conclude(mail, isTaken ? MailState::sending : MailState::queued, report);
    }
    return report.outcome != mail::Outcome::unreachable && report.outcome != mail::Outcome::notSetUp;
}

std::optional<MailSender::Envelope> MailSender::read(const OutgoingMail& mail) const {
    Envelope envelope;
    std::vector<files::StoredFile> files;
    const bool isThere = services_.db.read([&](db::Reader& reader) {
        auto facts = factsOf(reader, mail);
        const auto recipient = facts ? work_.dispatch.recipient(reader, mail.documentId, mail.deliveryId) : std::nullopt;
        if (!recipient) {
            return false;
        }
        envelope.facts = std::move(*facts);
        envelope.message.to = recipient->email;
        files = filesOf(reader, mail);
        return true;
    });
    if (!isThere) {
        return std::nullopt;
    }
    pack(files, envelope);
    auto letter = letterOf(envelope.facts);
    envelope.message.id = mail.id;
    envelope.message.subject = std::move(letter.subject);
    envelope.message.text = std::move(letter.text);
    return envelope;
}

std::optional<LetterFacts> MailSender::factsOf(db::Reader& reader, const OutgoingMail& mail) const {
    const auto document = work_.documents.findForSystem(reader, mail.documentId);
    const auto recipient = document ? work_.dispatch.recipient(reader, mail.documentId, mail.deliveryId) : std::nullopt;
    if (!recipient) {
        return std::nullopt;
    }
    const auto agency = services_.directory.unit(document->agencyId);
    LetterFacts facts;
    facts.kind = mail.kind;
    facts.issuer = agency ? agency->name : std::string{};
    facts.recipient = recipient->name;
    facts.typeName = document->typeName;
    facts.numberAndSymbol = document->numberAndSymbol;
    facts.documentDate = document->documentDate;
    facts.subject = document->subject;
    facts.link = publicAddress() + "/receipt/" + receipts_.tokenOf(reader, mail.deliveryId);
    facts.reason = document->recallReason;
    if (const auto later = mail.aboutId.empty() ? std::nullopt : work_.documents.findForSystem(reader, mail.aboutId)) {
        facts.laterNumber = later->numberAndSymbol;
        facts.laterDate = later->documentDate;
    }
    return facts;
}

std::vector<files::StoredFile> MailSender::filesOf(db::Reader& reader, const OutgoingMail& mail) const {
    std::vector<files::StoredFile> files;
    const auto document = mail.kind == NoticeKind::document ? work_.documents.findForSystem(reader, mail.documentId) : std::nullopt;
    if (!document || !document->fileId) {
        return files;
    }
    auto ids = work_.appendices.deliveredFiles(reader, mail.documentId);
    ids.insert(ids.begin(), *document->fileId);
    files.reserve(ids.size());
    for (const auto& id : ids) {
        if (auto file = services_.files.find(reader, id)) {
            files.push_back(std::move(*file));
        }
    }
    return files;
}

void MailSender::pack(const std::vector<files::StoredFile>& files, Envelope& envelope) const {
    auto room = std::min(services_.settings.number("outgoing.mail_attach_megabytes"), kMostMailMegabytes) * kMailMegabyte;
    for (std::size_t index = 0; index < files.size(); ++index) {
        const auto& file = files[index];
        if (file.sizeBytes <= room) {
            room -= file.sizeBytes;
            envelope.message.attachments.push_back({mailFileName(file.name), file.mediaType, services_.files.read(file)});
            continue;
        }
        envelope.facts.onlyByLink.push_back(file.name);
        if (index == 0) {
            // Without the document itself its attachments would be taken for it.
            envelope.facts.isAttached = false;
            room = 0;
        }
    }
}

void MailSender::conclude(const OutgoingMail& mail, MailState from, const mail::Report& report) const {
    const auto after = afterAttempt(mail, report, services_.clock.now());
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.documents.findForSystem(tx, mail.documentId);
        if (!mails_.write(tx, after, from) || !document || after.state == MailState::queued) {
            return;  // taken back meanwhile, or tried again later
        }
        tellStatus(tx, *document, after);
        work_.keep(tx, *document);
    });
}

void MailSender::tellStatus(db::Tx& tx, OutgoingDocument& document, const OutgoingMail& mail) const {
    auto recipient = work_.dispatch.recipient(tx, document.id, mail.deliveryId);
    if (!recipient) {
        return;
    }
    const auto status = deliveryWordOf(mail);
    const bool isDocument = mail.kind == NoticeKind::document;
    if (isDocument && !status.empty() && recipient->status != kReceived) {
        recipient->status = status;
        recipient->reason = mail.state == MailState::failed ? mail.reply : std::string{};
        recipient->updatedAt = mail.changedAt;
        work_.dispatch.updateRecipient(tx, document.id, *recipient, {std::string{status}, recipient->reason, mail.changedAt});
    }
    if (mail.state == MailState::failed) {
        tellFailure(tx, document, mail, *recipient);
    }
    const bool isRecalled = document.state == DocumentState::recalling || document.state == DocumentState::recalled;
    if (isDocument && isRecalled && recipient->recall.empty() && !holdsNothing(*recipient)) {
        // It was on its way while the recall was asked.
        dispatching_.askBackFrom(tx, document, *recipient);
        document.state = DocumentState::recalling;
    }
}

void MailSender::tellFailure(db::Tx& tx, const OutgoingDocument& document, const OutgoingMail& mail, const Recipient& recipient) const {
    http::Caller actor;
    actor.personName = recipient.name;
    actor.agencyId = document.agencyId;
    services_.timeline.append(tx, actor, refOf(document), "outgoing.mail-failed", mail.reply);
    std::set<std::string> postIds{document.drafterPostId};
    for (const auto& post : services_.directory.postsOfAgency(document.agencyId, "outgoing.issue")) {
        postIds.insert(post.id);
    }
    for (const auto& postId : postIds) {
        services_.notifications.send(tx, {postId,
                                          refOf(document),
                                          "outgoing.notify.mail-failed",
                                          {{"number", document.numberAndSymbol}, {"name", recipient.name}},
                                          linkOf(document)});
    }
}

}  // namespace congvu::outgoing
