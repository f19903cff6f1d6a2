// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/Person.h"
#include "organisation/service/OrganisationStore.h"
#include "organisation/storage/PersonRepository.h"
#include "sessions/service/PasswordHasher.h"
#include "sessions/service/SessionService.h"
#include "sessions/storage/SignInCounterRepository.h"

#include "congvu/audit/Audit.h"
#include "congvu/core/Organisation.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>

namespace congvu::core {

/// Enters and changes people, and helps them in again. Errors: AppError invalid, notFound outside the administrator's subtree, stale.
class ManagePeople {
public:
    ManagePeople(db::Db& db, OrganisationStore& store, SessionService& sessions, PasswordHasher& hasher, audit::Audit& audit,
                 const Clock& clock)
        : db_(db), store_(store), sessions_(sessions), hasher_(hasher), audit_(audit), clock_(clock) {}

    [[nodiscard]] std::string create(const http::Caller& by, const NewPerson& input);
    /// Disabling a person ends all sessions at once.
    Person change(const http::Caller& by, std::string_view personId, const PersonChanges& changes, std::int64_t expectedVersion);
    void unlock(const http::Caller& by, std::string_view personId);
    void setTemporaryPassword(const http::Caller& by, std::string_view personId, std::string_view password);

private:
    void requireRank(const OrganisationSnapshot& organisation, const http::Caller& by, std::string_view personId) const;

    db::Db& db_;
    OrganisationStore& store_;
    SessionService& sessions_;
    PasswordHasher& hasher_;
    audit::Audit& audit_;
    const Clock& clock_;
    PersonRepository people_;
    SignInCounterRepository counters_;
};

}  // namespace congvu::core
