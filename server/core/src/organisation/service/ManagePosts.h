// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/Post.h"
#include "organisation/service/OrganisationStore.h"
#include "organisation/storage/PostRepository.h"

#include "congvu/audit/Audit.h"
#include "congvu/core/Organisation.h"
#include "congvu/time/Clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace congvu::core {

/// Gives people posts with roles, changes and ends them. An administrator gives only roles whose permissions he holds himself, so that
/// nobody raises himself above what he was given.
class ManagePosts {
public:
    ManagePosts(OrganisationStore& store, audit::Audit& audit, const Clock& clock) : store_(store), audit_(audit), clock_(clock) {}

    [[nodiscard]] std::string create(const http::Caller& by, const NewPost& input);
    /// Without an expected version the change is made to whatever is stored now.
    Post change(const http::Caller& by, std::string_view postId, const PostChanges& changes, std::optional<std::int64_t> expectedVersion);
    /// The post ends today: from the next request nobody acts in it any more.
    void end(const http::Caller& by, std::string_view postId);

private:
    void checkRoles(const OrganisationSnapshot& organisation, const http::Caller& by, const std::vector<std::string>& roles) const;
    void checkDates(const Post& post) const;

    OrganisationStore& store_;
    audit::Audit& audit_;
    const Clock& clock_;
    PostRepository posts_;
};

}  // namespace congvu::core
