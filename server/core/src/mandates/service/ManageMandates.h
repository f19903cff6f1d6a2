// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mandates/domain/MandateView.h"
#include "mandates/service/MandateService.h"
#include "mandates/service/MandateStore.h"

#include "congvu/audit/Audit.h"
#include "congvu/notifications/Notifications.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// Enters absences, gives and revokes mandates. Everybody for the posts that he holds himself; with "core.mandates" for all posts of the
/// subtree of the own agency. Nobody while acting by a mandate: what was entrusted is not passed on (403 "core.mandate-no-passing-on").
class ManageMandates {
public:
    struct Needs {
        db::Db& db;
        MandateStore& store;
        const OrganisationStore& organisation;
        const MandateService& service;
        audit::Audit& audit;
        notifications::Notifications& notifications;
        const Clock& clock;
    };
    static constexpr std::string_view kManageOthers = "core.mandates";

    explicit ManageMandates(const Needs& needs) : needs_(needs) {}

    /// The new absence's id. 422 for days in the past, of another absence or in the wrong order.
    std::string enterAbsence(const http::Caller& by, const NewAbsence& input);
    /// The holder is back: the absence ends yesterday, and the mandates given for it are revoked.
    void endAbsence(const http::Caller& by, std::string_view id);
    /// The new mandate's id; the substitute is told, and the giver when somebody else did it. 422 by the rules of docs/decisions/0010.
    std::string give(const http::Caller& by, const NewMandate& input);
    /// AppError notFound unless the mandate is there and the caller manages the giver's post.
    void requireMandate(const http::Caller& by, std::string_view id) const;
    /// At once, whatever work is open under it; the same are told. 409 when it is over or revoked already.
    void revoke(const http::Caller& by, std::string_view id, const std::string& reason);

    /// Is it a post of the caller's own person, or one that he manages for others?
    [[nodiscard]] static bool mayManage(const OrganisationSnapshot& organisation, const http::Caller& by, std::string_view postId);

private:
    void requireManaged(const http::Caller& by, std::string_view postId) const;
    [[nodiscard]] std::string ownPost(const http::Caller& by, const std::string& postId, const std::string& pointer) const;
    [[nodiscard]] Mandate build(const http::Caller& by, const NewMandate& input) const;
    void checkParties(const http::Caller& by, const Mandate& wanted, std::vector<FieldError>& errors) const;
    void checkScope(const Mandate& wanted, std::vector<FieldError>& errors) const;
    void checkAuthority(const Mandate& wanted, std::vector<FieldError>& errors) const;
    void checkAbsence(const Mandate& wanted, const MandateBook& book, std::vector<FieldError>& errors) const;
    void revokeIn(db::Tx& tx, const http::Caller& by, const MandateRow& row, const std::string& reason);
    void tell(db::Tx& tx, const http::Caller& by, const Mandate& mandate, std::string_view what) const;

    Needs needs_;
    MandateRepository repository_;
};

}  // namespace congvu::core
