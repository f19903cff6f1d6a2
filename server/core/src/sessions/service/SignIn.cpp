// SPDX-License-Identifier: Apache-2.0
#include "sessions/service/SignIn.h"

#include "organisation/domain/UsernameKey.h"
#include "organisation/service/CallerFactory.h"
#include "shared/service/AuditDetail.h"

#include "congvu/error/AppError.h"

#include <algorithm>

namespace congvu::core {

namespace {

std::string accountKeyOf(std::string_view username) {
    return "account:" + usernameKey(username);
}

/// "14:35 02/03/2026", in Viet Nam, to the next whole minute.
std::string timeInVietnam(Timestamp at) {
    const auto rounded = std::chrono::ceil<std::chrono::minutes>(at);
    const auto day = dayInVietnam(rounded);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(rounded - startOfDayInVietnam(day)).count();
    const auto twoDigits = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60) + " " + day.toDisplay();
}

}  // namespace

LockOutRule SignIn::accountRule() const {
    const std::chrono::minutes lock{std::max<std::int64_t>(1, settings_.number("core.sign_in_lock_minutes"))};
    return {std::max<std::int64_t>(1, settings_.number("core.sign_in_attempts")), std::chrono::minutes{15}, lock};
}

LockOutRule SignIn::addressRule() const {
    auto rule = accountRule();
    rule.attempts = std::max<std::int64_t>(1, settings_.number("core.sign_in_attempts_of_address"));
    return rule;
}

void SignIn::refuseIfLocked(db::Reader& reader, std::string_view accountKey, std::string_view addressKey) const {
    if (const auto until = counters_.lockedUntil(reader, accountKey, addressKey, clock_.now())) {
        throw AppError(ErrorKind::locked, "account-locked", {{"until", toRfc3339(*until)}, {"untilText", timeInVietnam(*until)}});
    }
}

http::Caller SignIn::callerOf(const Credentials& person, const Client& client) const {
    const auto organisation = organisation_.current();
    const auto today = clock_.today();
    const Post* chosen = nullptr;
    for (const auto* post : organisation->postsOfPerson(person.personId)) {
        if (organisation->isActive(*post, today) && (chosen == nullptr || (post->main && !chosen->main))) {
            chosen = post;
        }
    }
    http::Caller caller;
    if (chosen != nullptr) {
        caller = callerOfPost(*organisation, *chosen);
    } else if (const auto* known = organisation->person(person.personId)) {
        caller.personId = known->id;
        caller.personName = known->name;
    }
    caller.address = client.address;
    caller.requestId = client.requestId;
    return caller;
}

SessionService::Opened SignIn::run(std::string_view username, std::string_view password, const Client& client) {
    const auto accountKey = accountKeyOf(username);
    const auto addressKey = "address:" + client.address;
    const auto credentials = db_.read([&](db::Reader& reader) {
        refuseIfLocked(reader, accountKey, addressKey);
        return people_.credentialsOf(reader, usernameKey(username));
    });
    const bool isRight = credentials ? hasher_.verify(credentials->passwordHash, password) : (hasher_.pretendToVerify(password), false);
    const auto caller = callerOf(credentials.value_or(Credentials{}), client);
    if (!isRight || credentials->status != PersonStatus::active) {
        countWrong(caller, accountKey, addressKey);
        throw AppError(ErrorKind::unauthenticated, "sign-in-failed");
    }
    if (caller.postId.empty()) {
        throw AppError(ErrorKind::forbidden, "core.no-active-post");
    }
    return open(caller, accountKey, addressKey, client);
}

SessionService::Opened SignIn::open(const http::Caller& caller, std::string_view accountKey, std::string_view addressKey,
                                    const Client& client) {
    auto opened = sessions_.prepare(caller.personId, caller.postId, client.address, client.userAgent);
    db_.write([&](db::Tx& tx) {
        // Wrong passwords that were tried at the same moment count before this right one.
        refuseIfLocked(tx, accountKey, addressKey);
        sessions_.insert(tx, opened.record);
        counters_.clear(tx, accountKey);
        audit_.record(tx, caller, "core.signed-in", {"core", "session", opened.record.id});
    });
    sessions_.opened(opened.record);
    return opened;
}

void SignIn::countWrong(const http::Caller& who, std::string_view accountKey, std::string_view addressKey) {
    db_.write([&](db::Tx& tx) {
        const auto now = clock_.now();
        counters_.countWrong(tx, accountKey, accountRule(), now);
        counters_.countWrong(tx, addressKey, addressRule(), now);
        // What was typed as a user name may be a password by mistake: only known accounts are named.
        audit_.record(tx, who, "core.sign-in-failed", {"core", "person", who.personId},
                      auditDetail({{"known", who.personId.empty() ? "false" : "true"}}));
    });
}

void SignIn::confirmPassword(const http::Caller& caller, std::string_view password, std::string_view pointer) {
    const auto organisation = organisation_.current();
    const auto* person = organisation->person(caller.personId);
    if (person == nullptr) {
        throw AppError::notFound();
    }
    const auto accountKey = accountKeyOf(person->username);
    const auto addressKey = "address:" + caller.address;
    const auto credentials = db_.read([&](db::Reader& reader) {
        refuseIfLocked(reader, accountKey, addressKey);
        return people_.credentialsOfPerson(reader, caller.personId);
    });
    if (!credentials || !hasher_.verify(credentials->passwordHash, password)) {
        countWrong(caller, accountKey, addressKey);
        throw AppError::invalidField(std::string{pointer}, "core.password-wrong");
    }
}

}  // namespace congvu::core
