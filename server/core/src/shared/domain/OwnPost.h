// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"

#include <string>

namespace congvu::core {

/// The post that is the person's own, also while acting for another by a mandate: what is personal stays there.
inline const std::string& ownPostOf(const http::Caller& caller) {
    return caller.behalf ? caller.behalf->ownPostId : caller.postId;
}

}  // namespace congvu::core
