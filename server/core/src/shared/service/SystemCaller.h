// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"

namespace congvu::core {

/// Who acts when nobody has asked: jobs, the command line, the first start.
inline http::Caller systemCaller() {
    http::Caller caller;
    caller.personName = "Hệ thống";
    return caller;
}
inline bool isSystem(const http::Caller& caller) {
    return caller.postId.empty() && caller.personId.empty();
}

}  // namespace congvu::core
