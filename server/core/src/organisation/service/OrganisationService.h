// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/service/ManagePeople.h"
#include "organisation/service/ManagePosts.h"
#include "organisation/service/ManageUnits.h"

#include "congvu/core/Organisation.h"

namespace congvu::core {

/// The use cases of the organisation behind one interface, for whoever builds an organisation without HTTP.
class OrganisationService final : public Organisation {
public:
    OrganisationService(const OrganisationStore& store, ManageUnits& units, ManagePeople& people, ManagePosts& posts, const Clock& clock)
        : store_(store), units_(units), people_(people), posts_(posts), clock_(clock) {}

    std::string createUnit(const http::Caller& by, const NewUnit& unit) override { return units_.create(by, unit); }
    std::string createPerson(const http::Caller& by, const NewPerson& person) override { return people_.create(by, person); }
    std::string createPost(const http::Caller& by, const NewPost& post) override { return posts_.create(by, post); }
    void unlockPerson(const http::Caller& by, std::string_view personId) override { people_.unlock(by, personId); }
    void setTemporaryPassword(const http::Caller& by, std::string_view personId, std::string_view password) override {
        people_.setTemporaryPassword(by, personId, password);
    }
    [[nodiscard]] std::optional<std::string> personByUsername(std::string_view username) const override;
    [[nodiscard]] std::optional<http::Caller> callerOf(std::string_view postId) const override;

private:
    const OrganisationStore& store_;
    ManageUnits& units_;
    ManagePeople& people_;
    ManagePosts& posts_;
    const Clock& clock_;
};

}  // namespace congvu::core
