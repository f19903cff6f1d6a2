// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/directory/Directory.h"
#include "congvu/http/Caller.h"
#include "domain/TaskRights.h"

#include <string_view>

namespace congvu::tasks {

/// The caller as the rules of this plugin see it.
[[nodiscard]] Viewer viewerOf(const http::Caller& caller);

/// The one who did what an event tells of, as an actor for timeline and audit; only ids and an empty name for a post that is gone.
[[nodiscard]] http::Caller actorOfPost(const directory::Directory& directory, std::string_view postId, std::string_view agencyId);

}  // namespace congvu::tasks
