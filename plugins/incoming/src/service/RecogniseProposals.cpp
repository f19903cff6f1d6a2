// SPDX-License-Identifier: Apache-2.0
#include "service/RecogniseProposals.h"

#include "domain/Links.h"
#include "domain/proposal/PageWord.h"
#include "domain/proposal/ProposalReader.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

#include <algorithm>
#include <utility>

namespace congvu::incoming {

namespace {

/// How often a page may end the server before it is left alone.
constexpr std::int64_t kMostStarts = 3;
/// A spelling that the agency has registered before outweighs one that was recognised.
constexpr double kRegisteredSpelling = 0.9;
constexpr const char* kUnavailable = "recognition-unavailable";
constexpr const char* kFailed = "recognition-failed";

/// Ends the turn, whatever happens within it.
class TurnTaken {
public:
    explicit TurnTaken(RecognitionTurn& turn) : turn_(turn), isTaken_(turn.begin()) {}
    TurnTaken(const TurnTaken&) = delete;
    TurnTaken& operator=(const TurnTaken&) = delete;
    ~TurnTaken() {
        if (isTaken_) {
            turn_.end();
        }
    }
    [[nodiscard]] bool isTaken() const { return isTaken_; }
    bool end() {
        isTaken_ = false;
        return turn_.end();
    }

private:
    RecognitionTurn& turn_;
    bool isTaken_;
};

std::vector<PageWord> wordsOf(const pdf::PdfContent& content) {
    std::vector<PageWord> words;
    words.reserve(content.words.size());
    for (const auto& word : content.words) {
        words.push_back({word.text, {word.page, word.x, word.y, word.width, word.height}, kOwnText});
    }
    return words;
}

}  // namespace

void RecogniseProposals::runSoon() {
    needs_.jobs.runSoon([this] { run(); });
}

void RecogniseProposals::run() {
    TurnTaken turn{turn_};
    if (!turn.isTaken()) {
        return;
    }
    const bool hasWorked = recogniseNext();
    if (turn.end() || hasWorked) {
        runSoon();  // one piece of work for each page: the server ends, or reloads, between two
    }
}

Proposal RecogniseProposals::retry(const http::Caller& clerk, std::string_view proposalId) {
    auto proposal = needs_.db.write([&](db::Tx& tx) {
        if (!proposals_.find(tx, clerk.agencyId, proposalId)) {
            throw AppError::notFound();
        }
        if (!pages_.retry(tx, proposalId)) {
            throw AppError(ErrorKind::conflict, "incoming.recognition-not-failed");
        }
        needs_.history.audit(tx, clerk, proposalRef(std::string{proposalId}), "recognition-retried");
        needs_.changes.refreshQueue(tx, clerk.agencyId, proposalId);
        return proposals_.find(tx, clerk.agencyId, proposalId).value_or(Proposal{});
    });
    runSoon();
    return proposal;
}

bool RecogniseProposals::recogniseNext() {
    const auto page = needs_.db.read([&](db::Reader& reader) { return pages_.next(reader); });
    if (!page) {
        return false;
    }
    const auto work = needs_.db.write([&](db::Tx& tx) {
        auto found = workOf(tx, *page);
        if (!found) {
            pages_.remove(tx, page->proposalId);
        } else if (page->starts >= kMostStarts || !pages_.begin(tx, *page)) {
            if (pages_.fail(tx, *page)) {
                endPage(tx, *found);
            }
            found.reset();
        }
        return found;
    });
    if (work) {
        recognise(*work);
    }
    return true;
}

std::optional<RecogniseProposals::Work> RecogniseProposals::workOf(db::Reader& reader, const WaitingPage& page) const {
    auto proposal = proposals_.findForRecognition(reader, page.proposalId);
    auto files = proposal ? fileRows_.ofOwner(reader, "proposal", page.proposalId) : std::vector<DocumentFile>{};
    if (files.empty()) {
        return std::nullopt;
    }
    return Work{page, std::move(*proposal), std::move(files.front())};
}

void RecogniseProposals::recognise(const Work& work) const {
    const auto path = needs_.files.contentPath(work.file.stored);
    const auto content = needs_.pdf.inspect(path);
    auto recognised = needs_.recogniser.run(path, work.page.page, std::max(content.pageWidth, content.pageHeight));
    if (recognised.problem == RecognitionProblem::unavailable) {
        needs_.db.write([&](db::Tx& tx) {
            pages_.giveUp(tx, work.proposal.id, kUnavailable);
            needs_.changes.refreshQueue(tx, work.proposal.agencyId, work.proposal.id);
        });
        return;
    }
    const bool isRead = recognised.problem == RecognitionProblem::none;
    const auto text = isRead ? json::toText(recognised.page) : std::string{};
    const auto reading = readingWith(work, isRead ? std::optional{std::move(recognised.page)} : std::nullopt, content);
    needs_.db.write([&](db::Tx& tx) {
        const bool isOpen = isRead ? pages_.finish(tx, work.page, text) : pages_.fail(tx, work.page);
        if (!isOpen) {
            return;  // thrown away meanwhile
        }
        if (reading) {
            apply(tx, work, *reading);
        }
        endPage(tx, work);
    });
}

std::optional<ScanReading> RecogniseProposals::readingWith(const Work& work, std::optional<RecognisedPage> page,
                                                           const pdf::PdfContent& content) const {
    const auto [counts, before] = needs_.db.read([&](db::Reader& reader) {
        return std::pair{pages_.counts(reader, work.proposal.id), pages_.contents(reader, work.proposal.id)};
    });
    const bool isLast = counts.waiting <= 1;
    const bool isFirst = before.empty() && page.has_value();
    if (!isFirst && (!isLast || (before.empty() && !page))) {
        return std::nullopt;
    }
    std::vector<RecognisedPage> pages;
    pages.reserve(before.size() + 1);
    for (const auto& one : before) {
        pages.push_back(json::decode<RecognisedPage>(one, json::UnknownMembers::skip));
    }
    if (page) {
        pages.push_back(std::move(*page));
    }
    return read(work, std::move(pages), content);
}

void RecogniseProposals::endPage(db::Tx& tx, const Work& work) const {
    const auto left = pages_.counts(tx, work.proposal.id);
    if (left.waiting == 0 && left.failed == 0) {
        pages_.complete(tx, work.proposal.id);
    } else if (left.waiting == 0) {
        pages_.giveUp(tx, work.proposal.id, kFailed);
    }
    needs_.changes.refreshQueue(tx, work.proposal.agencyId, work.proposal.id);
}

ScanReading RecogniseProposals::read(const Work& work, std::vector<RecognisedPage> pages, const pdf::PdfContent& content) const {
    std::sort(pages.begin(), pages.end(), [](const auto& a, const auto& b) { return a.page < b.page; });
    auto reading = readScan({wordsOf(content), content.pageWidth, content.pageHeight, std::move(pages)});
    auto& issuer = reading.proposal.issuerName;
    const auto known = needs_.db.read([&](db::Reader& reader) { return issuers_.spelling(reader, work.proposal.agencyId, issuer.value); });
    if (known && !issuer.value.empty()) {
        issuer = ReadField::found(*known, kRegisteredSpelling, issuer.place);
    }
    doubtDayAfter(needs_.clock.today(), reading.proposal);
    return reading;
}

void RecogniseProposals::apply(db::Tx& tx, const Work& work, const ScanReading& reading) const {
    const auto proposal = proposals_.findForRecognition(tx, work.proposal.id);
    if (!proposal) {
        return;
    }
    const bool isInQueue = proposal->state == ProposalState::waiting || proposal->state == ProposalState::ready;
    if (isInQueue && reading.secrecy) {
        refuse(tx, *proposal);
    } else if (isInQueue) {
        proposals_.setRecognised(tx, proposal->id, json::toText(reading.proposal), reading.text);
    } else if (proposal->documentId) {
        extendDocument(tx, *proposal, reading);
    }
}

void RecogniseProposals::refuse(db::Tx& tx, const Proposal& proposal) const {
    // Law 117/2025/QH15: state secrets must not be kept on networked computers, nor what was read from them.
    if (!proposals_.refuse(tx, proposal.id, "incoming.secret-content", needs_.clock.now())) {
        return;
    }
    for (const auto& file : fileRows_.ofOwner(tx, "proposal", proposal.id)) {
        needs_.files.forget(tx, file.stored.id);
    }
    fileRows_.removeAllOf(tx, "proposal", proposal.id);
    pages_.remove(tx, proposal.id);
    needs_.history.note(tx, History::system(proposal.agencyId), proposalRef(proposal.id), "secret-refused");
    needs_.changes.refreshPages(tx, proposal.agencyId, proposal.id);
}

void RecogniseProposals::extendDocument(db::Tx& tx, const Proposal& proposal, const ScanReading& reading) const {
    const auto document = documents_.find(tx, *proposal.documentId);
    if (!document) {
        return;
    }
    if (reading.secrecy) {
        // Registered by a person who has seen it: the decision is that person's, but it must not pass unseen, and no word of it is
        // searched.
        needs_.history.note(tx, History::system(proposal.agencyId), documentRef(document->id), "secret-suspected");
        needs_.changes.refreshPages(tx, proposal.agencyId, document->id);
        return;
    }
    contents_.put(tx, document->id, {reading.text, true});
    needs_.search.put(tx, *document);
}

}  // namespace congvu::incoming
