// SPDX-License-Identifier: Apache-2.0
#include "service/CompleteSignatures.h"

#include "congvu/signing/SigningError.h"
#include "service/DeskPort.h"
#include "service/ExtendedEvent.h"
#include "service/KeyVault.h"

namespace congvu::signingdesk {

namespace {

/// Files of one run of the job; the rest is due in the next one.
constexpr std::int64_t kFilesInARun = 100;
/// How long the file of a document whose next signature is asked for is left as it is: completing it would fork the file.
constexpr std::chrono::minutes kLookAgain{10};

http::Caller nobody(const std::string& agencyId) {
    http::Caller caller;
    caller.agencyId = agencyId;
    return caller;
}

}  // namespace

void CompleteSignatures::remember(db::Tx& tx, const DeskRequest& request, const SigningKey& key, const std::string& level) const {
    if (services_.settings.text("signing.tsa_url").empty()) {
        return;
    }
    Completion completion;
    completion.requestId = request.id;
    completion.agencyId = request.agencyId;
    completion.keyId = key.id;
    completion.target = services_.settings.text("signing.target_level", request.agencyId);
    completion.reached = level;
    completion.nextAt = completion.createdAt = services_.clock.now();
    completions_.insert(tx, completion);
}

int CompleteSignatures::complete() {
    return work(CompletionState::waiting);
}

int CompleteSignatures::renew() {
    return work(CompletionState::archived);
}

int CompleteSignatures::work(CompletionState state) {
    int extended = 0;
    const auto due =
        services_.db.read([&](db::Reader& reader) { return completions_.due(reader, state, services_.clock.now(), kFilesInARun); });
    for (const auto& completion : due) {
        if (!services_.sources.canStamp()) {
            break;
        }
        extended += tryOne(completion) ? 1 : 0;
    }
    return extended;
}

bool CompleteSignatures::tryOne(Completion completion) {
    const auto subject = subjectOf(completion);
    if (!subject) {
        return false;
    }
    try {
        const bool isRenewal = completion.state == CompletionState::archived;
        const auto document = services_.files.read(subject->file);
        const auto raised = services_.sources.raise(document, completion.reached, isRenewal ? "B-LTA" : completion.target, subject->chain);
        keep(completion, *subject, raised);
        return true;
    } catch (const signing::SigningError& error) {
        failed(std::move(completion), error);
        return false;
    }
}

std::optional<CompleteSignatures::Subject> CompleteSignatures::subjectOf(const Completion& completion) {
    auto next = completion;
    auto subject = services_.db.read([&](db::Reader& reader) -> std::optional<Subject> {
        auto request = requests_.findForSystem(reader, completion.requestId);
        auto file = request && request->signedFileId ? services_.files.find(reader, *request->signedFileId) : std::nullopt;
        const auto later = request ? requests_.laterOfEntity(reader, *request) : std::nullopt;
        if (!file || later == RequestState::signedOff) {
            next.state = CompletionState::superseded;
            return std::nullopt;
        }
        if (later == RequestState::open) {
            next.nextAt = services_.clock.now() + kLookAgain;
            return std::nullopt;
        }
        const auto key = keys_.find(reader, completion.keyId);
        return Subject{std::move(*request), std::move(*file), key ? chainOf(*key) : std::vector<signing::Certificate>{}};
    });
    if (!subject) {
        put(next);
    }
    return subject;
}

void CompleteSignatures::keep(const Completion& before, const Subject& subject, const LevelSources::Raised& raised) {
    auto after = before;
    after.reached = raised.level;
    after.attempts = 0;
    after.error.clear();
    const auto now = services_.clock.now();
    const auto renewBefore = raised.level == "B-LTA" ? services_.sources.renewBefore(raised.document) : std::nullopt;
    if (renewBefore) {
        after.state = CompletionState::archived;
        after.nextAt = *renewBefore - kRenewAhead;
    } else if (raised.level == before.target) {
        after.state = CompletionState::done;
    } else {
        after.nextAt = now + pauseAfter(1);
    }
    const auto placed = services_.files.place(std::string_view{raised.document});
    const auto& request = subject.request;
    services_.db.write([&](db::Tx& tx) {
        const auto stored = services_.files.record(tx, placed, subject.file.name, subject.file.mediaType, refOfRequest(request.id));
        if (!requests_.replaceSigned(tx, request.id, subject.file.id, stored.id, raised.level)) {
            services_.files.forget(tx, stored.id);
            return;
        }
        services_.files.forget(tx, subject.file.id);
        completions_.update(tx, after);
        services_.checks.extended(tx, request.entity, stored, now);
        services_.audit.record(tx, nobody(request.agencyId), "signing.extended", refOfRequest(request.id),
                               R"({"level":")" + raised.level + R"(","sha256":")" + stored.sha256 + R"("})");
        const ExtendedEvent payload{
            request.id, {request.entity.plugin, request.entity.type, request.entity.id}, subject.file.sha256, raised.level, stored};
        services_.events.publish(tx, {"signing.file-extended.v1", request.entity, request.agencyId, {}}, payload);
    });
}

void CompleteSignatures::failed(Completion completion, const signing::SigningError& error) {
    completion.error = signing::nameOf(error.code());
    ++completion.attempts;
    completion.nextAt = services_.clock.now() + pauseAfter(completion.attempts);
    const bool isHopeless = error.code() == signing::ErrorCode::certificateRevoked || completion.attempts >= kMostAttempts;
    if (isHopeless && completion.state == CompletionState::waiting) {
        completion.state = CompletionState::givenUp;
        services_.log.error("signing.completion-given-up", {{"request", completion.requestId}, {"reason", completion.error}});
    }
    put(completion);
}

void CompleteSignatures::put(const Completion& completion) {
    services_.db.write([&](db::Tx& tx) { completions_.update(tx, completion); });
}

}  // namespace congvu::signingdesk
