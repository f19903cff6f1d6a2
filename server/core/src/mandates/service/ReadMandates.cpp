// SPDX-License-Identifier: Apache-2.0
#include "mandates/service/ReadMandates.h"

#include "mandates/service/ManageMandates.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"

namespace congvu::core {

namespace {

Standing standingOfDays(const DaySpan& days, Date today) {
    if (today < days.from) {
        return Standing::planned;
    }
    return days.until < today ? Standing::over : Standing::inForce;
}

}  // namespace

MandateFilter ReadMandates::filterOf(const http::Caller& caller, MandateScope scope) const {
    const auto organisation = organisation_.current();
    MandateFilter filter;
    if (scope == MandateScope::own) {
        for (const auto* post : organisation->postsOfPerson(caller.personId)) {
            filter.postIds.push_back(post->id);
        }
        return filter;
    }
    if (!caller.may(ManageMandates::kManageOthers)) {
        throw AppError::forbidden();
    }
    for (const auto& unitId : organisation->subtree(caller.agencyId)) {
        if (organisation->agencyOf(unitId) == unitId) {
            filter.agencyIds.push_back(unitId);
        }
    }
    return filter;
}

db::Page<AbsenceView> ReadMandates::absences(const http::Caller& caller, MandateScope scope, AbsenceDays days,
                                             const db::PageRequest& page) const {
    auto filter = filterOf(caller, scope);
    if (days == AbsenceDays::notOver) {
        filter.notOverOn = clock_.today();
    }
    auto rows = db_.read([&](db::Reader& reader) { return repository_.absences(reader, filter, page); });
    db::Page<AbsenceView> views;
    views.next = std::move(rows.next);
    for (const auto& row : rows.items) {
        views.items.push_back(viewOf(row));
    }
    return views;
}

AbsenceView ReadMandates::viewOf(const AbsenceRow& row) const {
    const auto organisation = organisation_.current();
    const auto& absence = row.absence;
    AbsenceView view;
    view.id = absence.id;
    view.postId = absence.postId;
    if (const auto* post = organisation->post(absence.postId)) {
        view.postTitle = post->title;
        const auto* person = organisation->person(post->personId);
        view.personName = person == nullptr ? "" : person->name;
        const auto* unit = organisation->unit(post->unitId);
        view.unitName = unit == nullptr ? "" : unit->name;
    }
    view.from = absence.days.from;
    view.until = absence.days.until;
    view.reason = absence.reason;
    view.enteredByName = absence.enteredByName;
    view.standing = row.withdrawnAt ? Standing::revoked : standingOfDays(absence.days, clock_.today());
    return view;
}

db::Page<MandateView> ReadMandates::list(const http::Caller& caller, MandateScope scope, const db::PageRequest& page) const {
    const auto filter = filterOf(caller, scope);
    auto rows = db_.read([&](db::Reader& reader) { return repository_.mandates(reader, filter, page); });
    db::Page<MandateView> views;
    views.next = std::move(rows.next);
    for (const auto& row : rows.items) {
        views.items.push_back(viewOf(caller, row));
    }
    return views;
}

Standing ReadMandates::standingOf(const MandateRow& row) const {
    if (row.revokedAt) {
        return Standing::revoked;
    }
    const auto standing = standingOfDays(row.mandate.days, clock_.today());
    const OrganisationFacts facts{organisation_.current()};
    const bool rests = standing == Standing::inForce && !isInForce(row.mandate, clock_.now(), *store_.current(), facts);
    return rests ? Standing::resting : standing;
}

MandateView ReadMandates::viewOf(const http::Caller& caller, const MandateRow& row) const {
    const auto organisation = organisation_.current();
    auto info = service_.infoOf(row.mandate);
    MandateView view;
    view.id = row.mandate.id;
    view.giverPostId = row.mandate.giverPostId;
    view.giverTitle = std::move(info.giverTitle);
    view.giverName = std::move(info.giverName);
    view.substitutePostId = row.mandate.substitutePostId;
    view.substituteTitle = std::move(info.substituteTitle);
    view.substituteName = std::move(info.substituteName);
    view.from = row.mandate.days.from;
    view.until = row.mandate.days.until;
    view.acts = namesOf(row.mandate.acts);
    for (const auto& unitId : row.mandate.unitIds) {
        const auto* unit = organisation->unit(unitId);
        view.unitNames.push_back(unit == nullptr ? unitId : unit->name);
    }
    view.documentTypes = row.mandate.documentTypes;
    view.signAs = row.mandate.signAs;
    view.basis = row.mandate.basis;
    view.givenByName = row.mandate.givenByName;
    view.standing = standingOf(row);
    view.revokedByName = row.revokedByName;
    view.revocationReason = row.revocationReason;
    const bool isOpen = view.standing != Standing::over && view.standing != Standing::revoked;
    const bool mayManage = !caller.behalf && ManageMandates::mayManage(*organisation, caller, view.giverPostId);
    view.absenceId = mayManage ? row.mandate.absenceId : std::string{};
    view.mayRevoke = isOpen && mayManage;
    return view;
}

MandateChoices ReadMandates::choices(const http::Caller& caller, const std::string& postId) const {
    const auto organisation = organisation_.current();
    const auto wanted = postId.empty() ? caller.postId : postId;
    if (caller.behalf || !ManageMandates::mayManage(*organisation, caller, wanted)) {
        throw AppError::notFound();
    }
    MandateChoices choices;
    for (const auto& [act, name] : json::EnumNames<mandates::Act>::values) {
        if (service_.powers().holds(organisation->permissionsOf(*organisation->post(wanted)), act)) {
            choices.acts.emplace_back(name);
        }
    }
    return choices;
}

}  // namespace congvu::core
