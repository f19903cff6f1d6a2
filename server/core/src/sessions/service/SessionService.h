// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mandates/service/MandateService.h"
#include "organisation/service/OrganisationStore.h"
#include "sessions/service/SessionCache.h"
#include "sessions/storage/SessionRepository.h"
#include "sessions/storage/SignInCounterRepository.h"

#include "congvu/audit/Audit.h"
#include "congvu/ports/Authenticator.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>

namespace congvu::core {

/// Sessions that are open: answers who a cookie belongs to, ends sessions, remembers when they were last used.
/// A known token is answered from memory; names and permissions are those of this moment, so a changed role counts at once.
class SessionService final : public ports::Authenticator {
public:
    SessionService(db::Db& db, const OrganisationStore& organisation, const MandateService& mandates, const settings::Settings& settings,
                   audit::Audit& audit, LiveSink& live, const Clock& clock)
        : db_(db), organisation_(organisation), mandates_(mandates), settings_(settings), audit_(audit), live_(live), clock_(clock) {}

    [[nodiscard]] std::optional<ports::AuthenticatedSession> authenticate(std::string_view sessionToken) override;

    /// A new session and its token, which nobody else ever sees. Part of the sign-in's transaction; call `opened` after the commit.
    struct Opened {
        SessionRecord record;
        std::string token;
    };
    [[nodiscard]] Opened prepare(std::string_view personId, std::string_view postId, std::string_view address,
                                 std::string_view userAgent) const;
    void insert(db::Tx& tx, const SessionRecord& session) const { sessions_.insert(tx, session); }
    void opened(const SessionRecord& session) { cache_.putIfCurrent(session, cache_.revocations()); }

    [[nodiscard]] std::vector<SessionRecord> ofPerson(std::string_view personId) const;
    /// Acts in another post of one's own. AppError invalid "/postId" for a post that is not.
    void switchPost(const http::Caller& caller, std::string_view postId);
    /// Acts for another by a mandate, until one switches back or the mandate ends. AppError invalid "/mandateId" when it is not the
    /// person's or not in force.
    void actByMandate(const http::Caller& caller, std::string_view mandateId);

    /// Ends sessions inside the transaction; call `ended` with the result after the commit.
    [[nodiscard]] SessionRepository::Removed end(db::Tx& tx, std::string_view personId, std::string_view sessionId) const;
    [[nodiscard]] SessionRepository::Removed endAllBut(db::Tx& tx, std::string_view personId, std::string_view keptSessionId) const;
    void ended(const SessionRepository::Removed& removed);

    /// Jobs: writes when sessions were last used, and removes those that are over with old counters of wrong passwords.
    void writeActivity();
    void removeOver();
    /// Another process has ended sessions: know nothing from memory.
    void forgetAll() { cache_.clear(); }

private:
    [[nodiscard]] SessionLimits limits() const;
    [[nodiscard]] std::optional<http::Caller> callerOf(const SessionRecord& session, Timestamp now) const;
    void setPost(const http::Caller& caller, std::string_view postId, std::string_view mandateId);
    [[nodiscard]] std::optional<SessionRecord> load(std::string_view tokenHash);

    db::Db& db_;
    const OrganisationStore& organisation_;
    const MandateService& mandates_;
    const settings::Settings& settings_;
    audit::Audit& audit_;
    LiveSink& live_;
    const Clock& clock_;
    SessionRepository sessions_;
    SignInCounterRepository counters_;
    SessionCache cache_;
};

}  // namespace congvu::core
