// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sessions/domain/SessionView.h"
#include "sessions/service/SessionService.h"
#include "sessions/service/SignIn.h"

#include <string_view>
#include <vector>

namespace congvu::core {

/// What people do with their own account: look at it, change password and preferences, end sessions.
class OwnSession {
public:
    OwnSession(db::Db& db, OrganisationStore& organisation, const MandateService& mandates, SessionService& sessions, SignIn& signIn,
               PasswordHasher& hasher, audit::Audit& audit, const Clock& clock)
        : db_(db),
          organisation_(organisation),
          mandates_(mandates),
          sessions_(sessions),
          signIn_(signIn),
          hasher_(hasher),
          audit_(audit),
          clock_(clock) {}

    [[nodiscard]] SessionView view(std::string_view personId, std::string_view actingPostId) const;
    /// While the person acts by a mandate.
    [[nodiscard]] SessionView viewByMandate(std::string_view personId, std::string_view mandateId) const;
    [[nodiscard]] std::vector<OpenSessionView> list(const http::Caller& caller) const;
    void setPreferences(const http::Caller& caller, const PreferencesInput& input);
    /// Ends every other session of the person. AppError invalid at /current or /next.
    void changePassword(const http::Caller& caller, const PasswordInput& input);
    /// AppError notFound for a session that is not the caller's.
    void end(const http::Caller& caller, std::string_view sessionId);
    void endOthers(const http::Caller& caller);

private:
    [[nodiscard]] std::vector<ActingChoice> choicesOf(const std::vector<OwnPostView>& posts) const;

    db::Db& db_;
    OrganisationStore& organisation_;
    const MandateService& mandates_;
    SessionService& sessions_;
    SignIn& signIn_;
    PasswordHasher& hasher_;
    audit::Audit& audit_;
    const Clock& clock_;
    PersonRepository people_;
};

}  // namespace congvu::core
