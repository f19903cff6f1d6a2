// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mandates/domain/MandateView.h"
#include "mandates/service/MandateService.h"
#include "mandates/service/MandateStore.h"

#include "congvu/db/Page.h"

#include <vector>

namespace congvu::core {

/// Whose absences and mandates somebody looks at.
enum class MandateScope {
    own,    ///< of his own posts, given and received
    agency  ///< of the subtree of the own agency; needs "core.mandates"
};

/// Which absences a list shows.
enum class AbsenceDays {
    all,
    notOver  ///< neither over nor withdrawn
};

/// Absences and mandates as pages show them.
class ReadMandates {
public:
    ReadMandates(db::Db& db, const MandateStore& store, const OrganisationStore& organisation, const MandateService& service,
                 const Clock& clock)
        : db_(db), store_(store), organisation_(organisation), service_(service), clock_(clock) {}

    [[nodiscard]] db::Page<AbsenceView> absences(const http::Caller& caller, MandateScope scope, AbsenceDays days,
                                                 const db::PageRequest& page) const;
    [[nodiscard]] db::Page<MandateView> list(const http::Caller& caller, MandateScope scope, const db::PageRequest& page) const;
    /// What a post that the caller manages can entrust; AppError notFound for another one. Empty: the acting post.
    [[nodiscard]] MandateChoices choices(const http::Caller& caller, const std::string& postId) const;

private:
    [[nodiscard]] MandateFilter filterOf(const http::Caller& caller, MandateScope scope) const;
    [[nodiscard]] AbsenceView viewOf(const AbsenceRow& row) const;
    [[nodiscard]] MandateView viewOf(const http::Caller& caller, const MandateRow& row) const;
    [[nodiscard]] Standing standingOf(const MandateRow& row) const;

    db::Db& db_;
    const MandateStore& store_;
    const OrganisationStore& organisation_;
    const MandateService& service_;
    const Clock& clock_;
    MandateRepository repository_;
};

}  // namespace congvu::core
