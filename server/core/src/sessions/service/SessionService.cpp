// SPDX-License-Identifier: Apache-2.0
#include "sessions/service/SessionService.h"

#include "organisation/service/CallerFactory.h"
#include "organisation/storage/OrganisationReader.h"
#include "shared/service/RandomText.h"
#include "shared/service/Sha256.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"

#include <algorithm>

namespace congvu::core {

namespace {

constexpr std::size_t kTokenBytes = 32;  // 256 bits
constexpr std::size_t kLongestUserAgent = 300;

/// The first active post of a person, the main one if there is one.
const Post* activePost(const OrganisationSnapshot& organisation, std::string_view personId, Date today) {
    const Post* chosen = nullptr;
    for (const auto* post : organisation.postsOfPerson(personId)) {
        if (organisation.isActive(*post, today) && (chosen == nullptr || (post->main && !chosen->main))) {
            chosen = post;
        }
    }
    return chosen;
}

}  // namespace

SessionLimits SessionService::limits() const {
    return {std::chrono::hours{std::max<std::int64_t>(1, settings_.number("core.session_idle_hours"))},
            std::chrono::hours{24 * std::max<std::int64_t>(1, settings_.number("core.session_days"))}};
}

std::optional<SessionRecord> SessionService::load(std::string_view tokenHash) {
    const auto revocations = cache_.revocations();
    auto session = db_.read([&](db::Reader& reader) { return sessions_.byTokenHash(reader, tokenHash); });
    if (session) {
        cache_.putIfCurrent(*session, revocations);
    }
    return session;
}

std::optional<ports::AuthenticatedSession> SessionService::authenticate(std::string_view sessionToken) {
    if (sessionToken.size() != 2 * kTokenBytes) {
        return std::nullopt;
    }
    const auto hash = Sha256::hexOf(sessionToken);
    const auto now = clock_.now();
    const auto limit = limits();
    auto session = cache_.findAndTouch(hash, now, limit);
    if (!session) {
        session = load(hash);
    }
    if (!session || limit.isOver(session->createdAt, session->lastSeenAt, now)) {
        return std::nullopt;
    }
    auto caller = callerOf(*session, now);
    if (!caller) {
        return std::nullopt;
    }
    ports::AuthenticatedSession answer;
    answer.caller = std::move(*caller);
    answer.caller.sessionId = session->id;
    answer.csrfToken = session->csrfToken;
    answer.mustChangePassword = organisation_.current()->person(session->personId)->mustChangePassword;
    return answer;
}

std::optional<http::Caller> SessionService::callerOf(const SessionRecord& session, Timestamp now) const {
    if (!session.mandateId.empty()) {
        // A mandate that is over or revoked opens nothing: the person is back in the own post.
        if (const auto mandate = mandates_.ofPerson(session.mandateId, session.personId)) {
            return mandates_.callerBy(*mandate);
        }
    }
    const auto organisation = organisation_.current();
    const auto today = dayInVietnam(now);
    const auto* post = organisation->post(session.postId);
    if (post == nullptr || !organisation->isActive(*post, today)) {
        // The acting post has ended: the person goes on in another one, if there is one.
        post = activePost(*organisation, session.personId, today);
    }
    return post == nullptr ? std::nullopt : std::optional{callerOfPost(*organisation, *post)};
}

SessionService::Opened SessionService::prepare(std::string_view personId, std::string_view postId, std::string_view address,
                                               std::string_view userAgent) const {
    Opened opened;
    opened.token = randomHex(kTokenBytes);
    opened.record.id = newId();
    opened.record.tokenHash = Sha256::hexOf(opened.token);
    opened.record.personId = personId;
    opened.record.postId = postId;
    opened.record.csrfToken = randomHex(kTokenBytes);
    opened.record.createdAt = clock_.now();
    opened.record.lastSeenAt = opened.record.createdAt;
    opened.record.address = address;
    opened.record.userAgent = userAgent.substr(0, kLongestUserAgent);
    return opened;
}

std::vector<SessionRecord> SessionService::ofPerson(std::string_view personId) const {
    auto sessions = db_.read([&](db::Reader& reader) { return sessions_.ofPerson(reader, personId); });
    const auto limit = limits();
    const auto now = clock_.now();
    std::erase_if(sessions, [&](const SessionRecord& session) { return limit.isOver(session.createdAt, session.lastSeenAt, now); });
    return sessions;
}

void SessionService::switchPost(const http::Caller& caller, std::string_view postId) {
    const auto organisation = organisation_.current();
    const auto* post = organisation->post(postId);
    if (post == nullptr || post->personId != caller.personId || !organisation->isActive(*post, clock_.today())) {
        throw AppError::invalidField("/postId", "core.not-your-post");
    }
    setPost(caller, postId, "");
}

void SessionService::actByMandate(const http::Caller& caller, std::string_view mandateId) {
    const auto mandate = mandates_.ofPerson(mandateId, caller.personId);
    if (!mandate) {
        throw AppError::invalidField("/mandateId", "core.mandate-over");
    }
    setPost(caller, mandate->substitutePostId, mandate->id);
}

void SessionService::setPost(const http::Caller& caller, std::string_view postId, std::string_view mandateId) {
    db_.write([&](db::Tx& tx) {
        sessions_.setPost(tx, caller.sessionId, postId, mandateId);
        if (!mandateId.empty()) {
            audit_.record(tx, caller, "core.acting-began", {"core", "mandate", std::string{mandateId}});
        }
    });
    for (const auto& session : ofPerson(caller.personId)) {
        if (session.id == caller.sessionId) {
            cache_.setPost(session.tokenHash, postId, mandateId);
        }
    }
}

SessionRepository::Removed SessionService::end(db::Tx& tx, std::string_view personId, std::string_view sessionId) const {
    auto removed = sessions_.remove(tx, personId, sessionId);
    OrganisationReader{}.raiseRevision(tx, "sessions");
    return removed;
}

SessionRepository::Removed SessionService::endAllBut(db::Tx& tx, std::string_view personId, std::string_view keptSessionId) const {
    auto removed = sessions_.removeAllBut(tx, personId, keptSessionId);
    OrganisationReader{}.raiseRevision(tx, "sessions");
    return removed;
}

void SessionService::ended(const SessionRepository::Removed& removed) {
    for (const auto& [id, tokenHash] : removed) {
        cache_.remove(tokenHash);
        live_.toSession(id, "signed-out", "{}");
    }
}

void SessionService::writeActivity() {
    const auto seen = cache_.takeSeen();
    if (!seen.empty()) {
        db_.write([&](db::Tx& tx) { sessions_.setLastSeen(tx, seen); });
    }
}

void SessionService::removeOver() {
    const auto now = clock_.now();
    const auto limit = limits();
    ended(db_.write([&](db::Tx& tx) {
        counters_.removeOlderThan(tx, now - std::chrono::hours{24});
        return sessions_.removeOver(tx, now - limit.idle, now - limit.absolute);
    }));
}

}  // namespace congvu::core
