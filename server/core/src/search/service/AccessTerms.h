// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// An access token as one word of the index: "a" and the first 80 bits of its SHA-256.
std::string accessTermOf(std::string_view token);
/// The terms of everything that the caller may find.
std::vector<std::string> accessTermsOf(const http::Caller& caller);

}  // namespace congvu::core
