// SPDX-License-Identifier: Apache-2.0
#include "mandates/service/ManageMandates.h"

#include "shared/service/AuditDetail.h"

#include "congvu/ids/Id.h"
#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>

namespace congvu::core {

namespace {

/// An authorisation is for a limited time (Decree 30/2020, App. I, II.7.a).
constexpr std::chrono::days kLongestMandate{366};
/// Abbreviations of Decree 30/2020, App. III, with those of copies; "CV" stands for the official letter, which has none.
constexpr std::array<std::string_view, 31> kDocumentTypes{"NQ",  "QĐ",  "CT", "QC", "QyĐ", "TC", "TB", "HD",  "CTr", "KH",  "PA",
                                                          "ĐA",  "DA",  "BC", "BB", "TTr", "HĐ", "CĐ", "BGN", "BTT", "GUQ", "GM",
                                                          "GGT", "GNP", "PG", "PC", "PB",  "CV", "SY", "TrS", "SL"};

EntityRef mandateRef(std::string_view id) {
    return {"core", "mandate", std::string{id}};
}

EntityRef absenceRef(std::string_view id) {
    return {"core", "absence", std::string{id}};
}

bool isKnownType(const std::string& type) {
    return std::find(kDocumentTypes.begin(), kDocumentTypes.end(), type) != kDocumentTypes.end();
}

std::string detailOfMandate(const Mandate& mandate) {
    return auditDetail({{"giver", mandate.giverPostId},
                        {"substitute", mandate.substitutePostId},
                        {"from", mandate.days.from.toString()},
                        {"until", mandate.days.until.toString()},
                        {"acts", commaList(namesOf(mandate.acts))},
                        {"units", commaList(mandate.unitIds)},
                        {"types", commaList(mandate.documentTypes)},
                        {"signAs", std::string{json::nameOf(mandate.signAs)}},
                        {"basis", mandate.basis}});
}

void checkDays(const DaySpan& days, Date today, std::vector<FieldError>& errors) {
    if (days.until < days.from) {
        errors.push_back({"/until", "core.until-before-from", {}});
    }
    if (days.from < today) {
        errors.push_back({"/from", "core.day-in-past", {{"date", days.from.toDisplay()}}});
    }
    if (days.until.sysDays() - days.from.sysDays() >= kLongestMandate) {
        errors.push_back({"/until", "core.mandate-too-long", {{"days", std::to_string(kLongestMandate.count())}}});
    }
}

/// Acts in their order, each once; an error for a word that is none.
std::vector<mandates::Act> actsOfInput(const std::vector<std::string>& names, std::vector<FieldError>& errors) {
    std::set<mandates::Act> acts;
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (const auto act = json::enumFrom<mandates::Act>(names[index])) {
            acts.insert(*act);
        } else {
            errors.push_back({"/acts/" + std::to_string(index), "unknown-choice", {}});
        }
    }
    return {acts.begin(), acts.end()};
}

void refusePassingOn(const http::Caller& by) {
    if (by.behalf) {
        throw AppError{ErrorKind::forbidden, "core.mandate-no-passing-on"};
    }
}

}  // namespace

bool ManageMandates::mayManage(const OrganisationSnapshot& organisation, const http::Caller& by, std::string_view postId) {
    const auto* post = organisation.post(postId);
    const bool isOwn = post != nullptr && post->personId == by.personId;
    return isOwn || (post != nullptr && by.may(kManageOthers) && organisation.isInSubtree(post->unitId, by.agencyId));
}

std::string ManageMandates::ownPost(const http::Caller& by, const std::string& postId, const std::string& pointer) const {
    refusePassingOn(by);
    const auto organisation = needs_.organisation.current();
    auto wanted = postId.empty() ? by.postId : postId;
    if (!mayManage(*organisation, by, wanted) || !organisation->isActive(*organisation->post(wanted), needs_.clock.today())) {
        throw AppError::invalidField(pointer, "core.not-your-post");
    }
    return wanted;
}

void ManageMandates::requireManaged(const http::Caller& by, std::string_view postId) const {
    if (!mayManage(*needs_.organisation.current(), by, postId)) {
        throw AppError::notFound();
    }
    refusePassingOn(by);
}

std::string ManageMandates::enterAbsence(const http::Caller& by, const NewAbsence& input) {
    const Absence absence{newId(),           ownPost(by, input.postId, "/postId"), {input.from, input.until}, input.reason, by.personName,
                          needs_.clock.now()};
    std::vector<FieldError> errors;
    checkDays(absence.days, needs_.clock.today(), errors);
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
    const auto organisation = needs_.organisation.current();
    const auto agency = organisation->agencyOf(organisation->post(absence.postId)->unitId);
    needs_.store.change([&](db::Tx& tx, const MandateBook& book) {
        for (const auto* other : book.absencesOf(absence.postId)) {
            if (other->days.meets(absence.days)) {
                throw AppError::invalidField("/from", "core.absence-overlaps",
                                             {{"from", other->days.from.toDisplay()}, {"until", other->days.until.toDisplay()}});
            }
        }
        repository_.insert(tx, absence, agency);
        needs_.audit.record(
            tx, by, "core.absence-entered", absenceRef(absence.id),
            auditDetail({{"post", absence.postId}, {"from", absence.days.from.toString()}, {"until", absence.days.until.toString()}}));
    });
    return absence.id;
}

void ManageMandates::endAbsence(const http::Caller& by, std::string_view id) {
    const auto found = needs_.db.read([&](db::Reader& reader) { return repository_.findAbsence(reader, id); });
    const auto today = needs_.clock.today();
    if (!found) {
        throw AppError::notFound();
    }
    requireManaged(by, found->absence.postId);
    needs_.store.change([&](db::Tx& tx, const MandateBook&) {
        const auto current = repository_.findAbsence(tx, id);
        if (current->withdrawnAt || current->absence.days.until < today) {
            throw AppError{ErrorKind::conflict, "core.absence-over"};
        }
        repository_.endAbsence(tx, id, today.plusDays(-1), needs_.clock.now());
        needs_.audit.record(tx, by, "core.absence-ended", absenceRef(id));
        for (const auto& row : repository_.mandatesOfAbsence(tx, id)) {
            if (row.mandate.days.until >= today) {
                revokeIn(tx, by, row, "");
            }
        }
    });
}

std::string ManageMandates::give(const http::Caller& by, const NewMandate& input) {
    const auto mandate = build(by, input);
    const auto organisation = needs_.organisation.current();
    const auto agency = organisation->agencyOf(organisation->post(mandate.giverPostId)->unitId);
    needs_.store.change([&](db::Tx& tx, const MandateBook& book) {
        const OrganisationFacts facts{organisation};
        auto errors = conflictsOf(mandate, book, facts);
        checkAbsence(mandate, book, errors);
        if (!errors.empty()) {
            throw AppError::invalid(std::move(errors));
        }
        repository_.insert(tx, mandate, agency);
        needs_.audit.record(tx, by, "core.mandate-given", mandateRef(mandate.id), detailOfMandate(mandate));
        tell(tx, by, mandate, "given");
    });
    return mandate.id;
}

Mandate ManageMandates::build(const http::Caller& by, const NewMandate& input) const {
    std::vector<FieldError> errors;
    Mandate mandate;
    mandate.id = newId();
    mandate.giverPostId = ownPost(by, input.giverPostId, "/giverPostId");
    mandate.substitutePostId = input.substitutePostId;
    mandate.days = {input.from, input.until};
    mandate.acts = actsOfInput(input.acts, errors);
    mandate.unitIds = input.unitIds;
    mandate.documentTypes = input.documentTypes;
    mandate.signAs = input.signAs;
    mandate.basis = input.basis;
    mandate.absenceId = input.absenceId;
    mandate.givenByName = by.personName;
    mandate.createdAt = needs_.clock.now();
    checkDays(mandate.days, needs_.clock.today(), errors);
    checkParties(by, mandate, errors);
    checkScope(mandate, errors);
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
    return mandate;
}

void ManageMandates::checkParties(const http::Caller& by, const Mandate& wanted, std::vector<FieldError>& errors) const {
    const auto organisation = needs_.organisation.current();
    const auto* giver = organisation->post(wanted.giverPostId);
    const auto* substitute = organisation->post(wanted.substitutePostId);
    const bool isActive = substitute != nullptr && organisation->isActive(*substitute, needs_.clock.today());
    if (!isActive || organisation->agencyOf(substitute->unitId) != organisation->agencyOf(giver->unitId)) {
        errors.push_back({"/substitutePostId", "core.unknown-substitute", {}});
        return;
    }
    if (giver->personId != by.personId && substitute->personId == by.personId) {
        // Who manages mandates would else take whatever right he likes.
        errors.push_back({"/substitutePostId", "core.mandate-to-its-manager", {}});
    }
    for (const auto act : wanted.acts) {
        if (!needs_.service.powers().holds(organisation->permissionsOf(*giver), act)) {
            errors.push_back({"/acts", "core.mandate-not-held", {{"title", giver->title}}});
            break;
        }
    }
    if (wanted.has(mandates::Act::sign)) {
        checkAuthority(wanted, errors);
    }
}

void ManageMandates::checkAuthority(const Mandate& wanted, std::vector<FieldError>& errors) const {
    const auto organisation = needs_.organisation.current();
    const auto* giver = organisation->post(wanted.giverPostId);
    const auto* substitute = organisation->post(wanted.substitutePostId);
    if (wanted.signAs == mandates::SignAs::kt) {
        // "KT." is a deputy's word for the head of the same unit; everybody else needs an authorisation in writing.
        const bool isDeputy = substitute->title.starts_with("Phó ") && substitute->unitId == giver->unitId;
        if (!isDeputy || giver->title.starts_with("Phó ")) {
            errors.push_back({"/signAs", "core.mandate-not-deputy", {}});
        }
    } else if (wanted.basis.empty()) {
        errors.push_back({"/basis", "core.mandate-in-writing", {}});
    }
}

void ManageMandates::checkScope(const Mandate& wanted, std::vector<FieldError>& errors) const {
    const auto organisation = needs_.organisation.current();
    const auto agency = organisation->agencyOf(organisation->post(wanted.giverPostId)->unitId);
    for (std::size_t index = 0; index < wanted.unitIds.size(); ++index) {
        if (!organisation->isInSubtree(wanted.unitIds[index], agency)) {
            errors.push_back({"/unitIds/" + std::to_string(index), "core.unknown-unit", {}});
        }
    }
    for (std::size_t index = 0; index < wanted.documentTypes.size(); ++index) {
        if (!isKnownType(wanted.documentTypes[index])) {
            errors.push_back({"/documentTypes/" + std::to_string(index), "unknown-choice", {}});
        }
    }
    // What arrives is the agency's, of no unit: a mandate for some units would cover none of it.
    if (wanted.has(mandates::Act::receive) && !wanted.unitIds.empty()) {
        errors.push_back({"/unitIds", "core.mandate-receives-for-all", {}});
    }
}

void ManageMandates::checkAbsence(const Mandate& wanted, const MandateBook& book, std::vector<FieldError>& errors) const {
    if (wanted.absenceId.empty()) {
        return;
    }
    const auto absences = book.absencesOf(wanted.giverPostId);
    const auto found = std::find_if(absences.begin(), absences.end(), [&](const Absence* one) { return one->id == wanted.absenceId; });
    if (found == absences.end()) {
        errors.push_back({"/absenceId", "core.unknown-absence", {}});
        return;
    }
    const auto& days = (*found)->days;
    if (!days.holds(wanted.days.from) || !days.holds(wanted.days.until)) {
        errors.push_back({days.holds(wanted.days.from) ? "/until" : "/from",
                          "core.mandate-outside-absence",
                          {{"from", days.from.toDisplay()}, {"until", days.until.toDisplay()}}});
    }
}

void ManageMandates::requireMandate(const http::Caller& by, std::string_view id) const {
    const auto found = needs_.db.read([&](db::Reader& reader) { return repository_.findMandate(reader, id); });
    if (!found) {
        throw AppError::notFound();
    }
    requireManaged(by, found->mandate.giverPostId);
}

void ManageMandates::revoke(const http::Caller& by, std::string_view id, const std::string& reason) {
    requireMandate(by, id);
    needs_.store.change([&](db::Tx& tx, const MandateBook&) {
        const auto row = repository_.findMandate(tx, id);
        if (row->revokedAt || row->mandate.days.until < needs_.clock.today()) {
            throw AppError{ErrorKind::conflict, "core.mandate-ended"};
        }
        revokeIn(tx, by, *row, reason);
    });
}

void ManageMandates::revokeIn(db::Tx& tx, const http::Caller& by, const MandateRow& row, const std::string& reason) {
    if (repository_.revoke(tx, row.mandate.id, by.personName, reason, needs_.clock.now())) {
        needs_.audit.record(tx, by, "core.mandate-revoked", mandateRef(row.mandate.id), auditDetail({{"reason", reason}}));
        tell(tx, by, row.mandate, "revoked");
    }
}

void ManageMandates::tell(db::Tx& tx, const http::Caller& by, const Mandate& mandate, std::string_view what) const {
    const auto info = needs_.service.infoOf(mandate);
    const std::string_view page = "/mandates";
    const auto from = info.from.toDisplay();
    const auto until = info.until.toDisplay();
    needs_.notifications.send(tx, {mandate.substitutePostId,
                                   mandateRef(mandate.id),
                                   "core.notify.mandate-" + std::string{what},
                                   {{"title", info.giverTitle}, {"name", info.giverName}, {"from", from}, {"until", until}},
                                   std::string{page}});
    if (OrganisationFacts{needs_.organisation.current()}.personOf(mandate.giverPostId) != by.personId) {
        needs_.notifications.send(
            tx, {mandate.giverPostId,
                 mandateRef(mandate.id),
                 "core.notify.own-mandate-" + std::string{what},
                 {{"title", info.substituteTitle}, {"name", info.substituteName}, {"from", from}, {"until", until}, {"by", by.personName}},
                 std::string{page}});
    }
}

}  // namespace congvu::core
