// SPDX-License-Identifier: Apache-2.0
#include "service/Reviewing.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <set>

namespace congvu::outgoing {

namespace {

ReviewStep stepOf(const directory::PostInfo& post, std::string_view kind) {
    return {0, std::string{kind}, post.id, post.personName, post.title, "waiting", {}, std::nullopt};
}

bool has(const directory::PostInfo& post, std::string_view permission) {
    return std::ranges::binary_search(post.permissions, permission);
}

std::string_view kindOf(const directory::PostInfo& post, bool isLast) {
    if (isLast) {
        return "signer";
    }
    if (has(post, "outgoing.check-form")) {
        return "office";
    }
    return has(post, "outgoing.review") ? "unit-head" : "other";
}

/// The step after \p position, nothing at the end of the chain.
std::optional<ReviewStep> nextStep(const std::vector<ReviewStep>& chain, std::int64_t position) {
    const auto found = std::ranges::find_if(chain, [&](const ReviewStep& step) { return step.position > position; });
    return found == chain.end() ? std::nullopt : std::optional{*found};
}

}  // namespace

std::vector<ReviewStep> Reviewing::suggestChain(const http::Caller& caller) const {
    std::vector<ReviewStep> chain;
    std::set<std::string> used{caller.postId};
    const auto add = [&](const directory::PostInfo& post, std::string_view kind) {
        if (used.insert(post.id).second) {
            chain.push_back(stepOf(post, kind));
        }
    };
    const auto addFirst = [&](const std::vector<directory::PostInfo>& posts, std::string_view kind) {
        if (!posts.empty()) {
            add(posts.front(), kind);
        }
    };
    addFirst(services_.directory.postsOfUnit(caller.unitId, "outgoing.review"), "unit-head");
    addFirst(services_.directory.postsOfAgency(caller.agencyId, "outgoing.check-form"), "office");
    used.erase(caller.postId);
    if (const auto signer = signers_.usual(caller.agencyId)) {
        add(*signer, "signer");
    }
    for (std::size_t index = 0; index < chain.size(); ++index) {
        chain[index].position = static_cast<std::int64_t>(index) + 1;
    }
    return chain;
}

void Reviewing::submit(const http::Caller& caller, std::string_view id, const Submission& submission) {
    auto chain = chainOf(caller, submission);
    auto draft = services_.db.read([&](db::Reader& reader) {
        auto document = work_.requireAct(reader, caller, id, "submit");
        // Told now rather than after the signature; the rule of the day of issue counts in the end.
        numbers_.checkSymbol(reader, document, services_.clock.today());
        return document;
    });
    draft.signerPostId = chain.back().postId;
    draft.signerName = chain.back().personName;
    draft.signerTitle = chain.back().postTitle;
    // Laid out now, so that a value the form cannot print is told to the drafter and not to the signer.
    const auto laidOut = desk_.layOut(draft);
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.requireAct(tx, caller, id, "submit");
        if (document.version != draft.version) {
            throw AppError::stale();
        }
        document.signerPostId = draft.signerPostId;
        document.signerName = draft.signerName;
        document.signerTitle = draft.signerTitle;
        work_.steps.replaceChain(tx, id, chain);
        moveTo(tx, caller, document, chain.front(), laidOut);
        work_.keep(tx, document);
        work_.note(tx, caller, document, "outgoing.submitted", submission.note);
    });
}

void Reviewing::pass(const http::Caller& caller, std::string_view id, std::string_view note) {
    const auto [draft, isNextSigner] = services_.db.read([&](db::Reader& reader) {
        auto document = work_.requireAct(reader, caller, id, "pass");
        const auto next = nextStep(work_.steps.chain(reader, id), document.currentStep);
        const bool isSigner = next && next->kind == "signer";
        return std::pair{std::move(document), isSigner};
    });
    const auto laidOut = isNextSigner ? std::optional{desk_.layOut(draft)} : std::nullopt;
    const auto version = draft.version;
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.requireAct(tx, caller, id, "pass");
        if (document.version != version) {
            throw AppError::stale();
        }
        const auto next = nextStep(work_.steps.chain(tx, id), document.currentStep);
        if (!next) {
            throw AppError{ErrorKind::conflict, "outgoing.not-now"};
        }
        work_.steps.decide(tx, id, document.currentStep, "passed", note, services_.clock.now());
        moveTo(tx, caller, document, *next, laidOut);
        work_.keep(tx, document);
        work_.note(tx, caller, document, "outgoing.passed", note);
    });
}

void Reviewing::giveBack(const http::Caller& caller, std::string_view id, std::string_view note) {
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.requireAct(tx, caller, id, "return");
        if (document.state == DocumentState::toSign) {
            desk_.withdraw(tx, document);
        }
        if (document.state == DocumentState::signedOff) {
            document.signedAt.reset();
            document.fileId.reset();
            // A draft is no longer everybody's who issues; whoever gave it back goes on seeing it.
            work_.documents.grant(tx, id, "post:" + caller.postId);
        }
        backToDrafter(tx, caller, document, note);
        work_.note(tx, caller, document, "outgoing.returned", note);
    });
}

void Reviewing::withdraw(const http::Caller& caller, std::string_view id, std::string_view note) {
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.requireAct(tx, caller, id, "withdraw");
        if (document.state == DocumentState::toSign) {
            desk_.withdraw(tx, document);
        }
        document.state = DocumentState::draft;
        work_.steps.decide(tx, id, document.currentStep, "waiting", {}, std::nullopt);
        document.currentStep = 0;
        services_.inbox.complete(tx, refOf(document), {});
        work_.keep(tx, document);
        work_.note(tx, caller, document, "outgoing.withdrawn", note);
    });
}

void Reviewing::returnedBySigner(std::string_view documentId, std::string_view requestId, std::string_view postId, std::string_view note) {
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.documents.findForSystem(tx, documentId);
        if (!document || document->state != DocumentState::toSign || document->requestId != std::string{requestId}) {
            return;  // delivered twice, or overtaken by a later act
        }
        document->requestId.reset();
        const auto caller = work_.callerOfPost(postId);
        backToDrafter(tx, caller, *document, note);
    });
}

std::vector<ReviewStep> Reviewing::chainOf(const http::Caller& caller, const Submission& submission) const {
    std::vector<ReviewStep> chain;
    for (std::size_t index = 0; index < submission.reviewerPostIds.size(); ++index) {
        const auto pointer = "/reviewerPostIds/" + std::to_string(index);
        const auto post = services_.directory.post(submission.reviewerPostIds[index]);
        if (!post || !post->isActive || post->agencyId != caller.agencyId) {
            throw AppError::invalidField(pointer, "outgoing.unknown-post");
        }
        const bool isLast = index + 1 == submission.reviewerPostIds.size();
        if (isLast && !has(*post, "outgoing.sign")) {
            throw AppError::invalidField(pointer, "outgoing.cannot-sign", {{"name", post->personName}});
        }
        auto step = stepOf(*post, kindOf(*post, isLast));
        step.position = static_cast<std::int64_t>(index) + 1;
        chain.push_back(std::move(step));
    }
    return chain;
}

void Reviewing::moveTo(db::Tx& tx, const http::Caller& caller, OutgoingDocument& document, const ReviewStep& step,
                       const std::optional<SignerDesk::LaidOut>& laidOut) {
    document.currentStep = step.position;
    work_.steps.decide(tx, document.id, step.position, "current", {}, std::nullopt);
    work_.documents.grant(tx, document.id, "post:" + step.postId);
    if (step.kind != "signer") {
        document.state = DocumentState::inReview;
        work_.askPost(tx, document, "outgoing.review", step.postId, caller.personName);
        return;
    }
    document.state = DocumentState::toSign;
    services_.inbox.complete(tx, refOf(document), {});
    desk_.replaceRequest(tx, caller, document, laidOut.value());
}

void Reviewing::backToDrafter(db::Tx& tx, const http::Caller& caller, OutgoingDocument& document, std::string_view note) {
    work_.steps.decide(tx, document.id, document.currentStep, "returned", note, services_.clock.now());
    document.state = DocumentState::draft;
    document.currentStep = 0;
    work_.askPost(tx, document, "outgoing.revise", document.drafterPostId, caller.personName);
    work_.keep(tx, document);
}

}  // namespace congvu::outgoing
