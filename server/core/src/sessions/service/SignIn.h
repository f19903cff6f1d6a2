// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/service/OrganisationStore.h"
#include "organisation/storage/PersonRepository.h"
#include "sessions/service/PasswordHasher.h"
#include "sessions/service/SessionService.h"
#include "sessions/storage/SignInCounterRepository.h"

#include "congvu/audit/Audit.h"
#include "congvu/settings/Settings.h"

#include <string_view>

namespace congvu::core {

/// Opens a session for a user name and password. Wrong passwords are counted per account and per client address; an unknown user costs
/// the same time and gets the same answers. Errors: AppError unauthenticated "sign-in-failed", locked "account-locked" (params.until),
/// forbidden "core.no-active-post". Takes a password hash: call it from a pool thread.
class SignIn {
public:
    SignIn(db::Db& db, const OrganisationStore& organisation, SessionService& sessions, PasswordHasher& hasher,
           const settings::Settings& settings, audit::Audit& audit, const Clock& clock)
        : db_(db), organisation_(organisation), sessions_(sessions), hasher_(hasher), settings_(settings), audit_(audit), clock_(clock) {}

    /// Who asks, as far as the network knows.
    struct Client {
        std::string address;
        std::string userAgent;
        std::string requestId;
    };
    SessionService::Opened run(std::string_view username, std::string_view password, const Client& client);

    /// Checks the password of somebody who is signed in; counted like a sign-in. AppError invalid at `pointer` when it is wrong.
    void confirmPassword(const http::Caller& caller, std::string_view password, std::string_view pointer);

private:
    [[nodiscard]] LockOutRule accountRule() const;
    [[nodiscard]] LockOutRule addressRule() const;
    void refuseIfLocked(db::Reader& reader, std::string_view accountKey, std::string_view addressKey) const;
    void countWrong(const http::Caller& who, std::string_view accountKey, std::string_view addressKey);
    [[nodiscard]] http::Caller callerOf(const Credentials& person, const Client& client) const;
    SessionService::Opened open(const http::Caller& caller, std::string_view accountKey, std::string_view addressKey, const Client& client);

    db::Db& db_;
    const OrganisationStore& organisation_;
    SessionService& sessions_;
    PasswordHasher& hasher_;
    const settings::Settings& settings_;
    audit::Audit& audit_;
    const Clock& clock_;
    PersonRepository people_;
    SignInCounterRepository counters_;
};

}  // namespace congvu::core
