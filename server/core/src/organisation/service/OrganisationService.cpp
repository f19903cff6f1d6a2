// SPDX-License-Identifier: Apache-2.0
#include "organisation/service/OrganisationService.h"

#include "organisation/domain/UsernameKey.h"
#include "organisation/service/CallerFactory.h"

namespace congvu::core {

std::optional<std::string> OrganisationService::personByUsername(std::string_view username) const {
    const auto organisation = store_.current();
    const auto* person = organisation->personByUsername(usernameKey(username));
    return person == nullptr ? std::nullopt : std::optional{person->id};
}

std::optional<http::Caller> OrganisationService::callerOf(std::string_view postId) const {
    const auto organisation = store_.current();
    const auto* post = organisation->post(postId);
    if (post == nullptr || !organisation->isActive(*post, clock_.today())) {
        return std::nullopt;
    }
    return callerOfPost(*organisation, *post);
}

}  // namespace congvu::core
