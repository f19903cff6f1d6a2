// SPDX-License-Identifier: Apache-2.0
#include "mandates/service/MandateService.h"

#include "organisation/service/CallerFactory.h"

#include "congvu/error/AppError.h"

#include <algorithm>

namespace congvu::core {

namespace {

struct PostName {
    std::string title;
    std::string person;
};

PostName nameOfPost(const OrganisationSnapshot& organisation, std::string_view postId) {
    const auto* post = organisation.post(postId);
    if (post == nullptr) {
        return {};
    }
    const auto* person = organisation.person(post->personId);
    return {post->title, person == nullptr ? std::string{} : person->name};
}

mandates::MandateInfo infoIn(const OrganisationSnapshot& organisation, const Mandate& mandate) {
    const auto giver = nameOfPost(organisation, mandate.giverPostId);
    const auto substitute = nameOfPost(organisation, mandate.substitutePostId);
    return {mandate.id,        mandate.giverPostId, giver.title,        giver.person, mandate.substitutePostId, substitute.title,
            substitute.person, mandate.days.from,   mandate.days.until, mandate.acts, mandate.signAs,           mandate.basis};
}

}  // namespace

std::optional<mandates::MandateInfo> MandateService::substituteOf(std::string_view giverPostId, mandates::Act act,
                                                                  const mandates::Subject& subject, Timestamp at) const {
    const auto book = store_.current();
    const auto posts = facts();
    const auto* found = mandateFor(giverPostId, act, subject, at, *book, posts);
    return found == nullptr ? std::nullopt : std::optional{infoIn(posts.snapshot(), *found)};
}

std::vector<mandates::MandateInfo> MandateService::actingFor(std::string_view substitutePostId) const {
    const auto posts = facts();
    std::vector<mandates::MandateInfo> infos;
    for (const auto& mandate : givenTo(substitutePostId)) {
        infos.push_back(infoIn(posts.snapshot(), mandate));
    }
    return infos;
}

std::optional<mandates::MandateInfo> MandateService::inForce(std::string_view mandateId, Timestamp at) const {
    const auto book = store_.current();
    const auto posts = facts();
    const auto* found = book->find(mandateId);
    const bool isGood = found != nullptr && isInForce(*found, at, *book, posts);
    return isGood ? std::optional{infoIn(posts.snapshot(), *found)} : std::nullopt;
}

void MandateService::require(db::Reader& reader, const http::Caller& caller, mandates::Act act, const mandates::Subject& subject) const {
    if (!caller.behalf) {
        return;
    }
    // The book in memory is swapped after the commit of a revocation; this transaction sees the row itself.
    const auto row = repository_.findMandate(reader, caller.behalf->mandateId);
    const auto posts = facts();
    const bool isOwn = row && !row->revokedAt && row->mandate.substitutePostId == caller.behalf->ownPostId;
    if (!isOwn || !isInForce(row->mandate, clock_.now(), *store_.current(), posts)) {
        throw AppError{ErrorKind::forbidden, "core.mandate-over"};
    }
    if (!covers(row->mandate, act, subject, posts)) {
        throw AppError{ErrorKind::forbidden, "core.mandate-scope"};
    }
}

std::vector<Mandate> MandateService::givenTo(std::string_view substitutePostId) const {
    const auto book = store_.current();
    const auto posts = facts();
    const auto now = clock_.now();
    std::vector<Mandate> given;
    for (const auto* mandate : book->givenTo(substitutePostId)) {
        if (isInForce(*mandate, now, *book, posts)) {
            given.push_back(*mandate);
        }
    }
    return given;
}

std::vector<std::string> MandateService::substitutesFor(std::string_view giverPostId, std::string_view workKind,
                                                        const mandates::Subject& subject) const {
    const auto book = store_.current();
    const auto posts = facts();
    const auto now = clock_.now();
    std::vector<std::string> substitutes;
    for (const auto* mandate : book->givenBy(giverPostId)) {
        const auto isAnswer = [&](mandates::Act act) {
            const auto kinds = powers_.workOf({act});
            return std::binary_search(kinds.begin(), kinds.end(), workKind) && covers(*mandate, act, subject, posts);
        };
        if (std::any_of(mandate->acts.begin(), mandate->acts.end(), isAnswer) && isInForce(*mandate, now, *book, posts)) {
            substitutes.push_back(mandate->substitutePostId);
        }
    }
    return substitutes;
}

std::optional<Mandate> MandateService::ofPerson(std::string_view mandateId, std::string_view personId) const {
    const auto book = store_.current();
    const auto posts = facts();
    const auto* found = book->find(mandateId);
    const bool isHis = found != nullptr && !personId.empty() && posts.personOf(found->substitutePostId) == personId;
    return isHis && isInForce(*found, clock_.now(), *book, posts) ? std::optional{*found} : std::nullopt;
}

std::optional<http::Caller> MandateService::callerBy(const Mandate& mandate) const {
    const auto organisation = organisation_.current();
    const auto* giver = organisation->post(mandate.giverPostId);
    const auto* own = organisation->post(mandate.substitutePostId);
    const auto* person = own == nullptr ? nullptr : organisation->person(own->personId);
    if (giver == nullptr || person == nullptr) {
        return std::nullopt;
    }
    auto caller = callerOfPost(*organisation, *giver);
    caller.behalf = http::Behalf{mandate.id, own->id, own->title, giver->title, caller.personName};
    // Everything that keeps a title as it was on the day says for whom it was done.
    caller.postTitle = own->title + ", thay mặt " + giver->title + " " + caller.personName;
    caller.personId = person->id;
    caller.personName = person->name;
    caller.locale = person->locale;
    caller.permissions = powers_.permissionsOf(mandate.acts, caller.permissions);
    return caller;
}

mandates::MandateInfo MandateService::infoOf(const Mandate& mandate) const {
    return infoIn(facts().snapshot(), mandate);
}

}  // namespace congvu::core
