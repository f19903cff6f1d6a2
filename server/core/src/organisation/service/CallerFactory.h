// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/OrganisationSnapshot.h"

#include "congvu/http/Caller.h"

namespace congvu::core {

/// The caller who acts in a post, with names and permissions as they are now.
http::Caller callerOfPost(const OrganisationSnapshot& organisation, const Post& post);

}  // namespace congvu::core
