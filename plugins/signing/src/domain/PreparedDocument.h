// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace congvu::signingdesk {

/// The most documents that one call prepares or finishes, so that it ends in seconds; a larger act takes several calls.
inline constexpr std::size_t kMostPreparedAtOnce = 50;
/// How long a value for a prepared document is taken: a thousand documents on a slow token, and the person who thinks it over.
inline constexpr std::chrono::minutes kPreparedLife{60};

/// A request whose file is prepared for the value of a token. One for each request, person and post: preparing again replaces it.
struct PreparedDocument {
    std::string id;
    std::string requestId;
    std::string personId;
    std::string postId;
    std::string keyId;
    std::optional<std::string> stateFileId;  ///< what the value goes into; nothing once it is signed
    Timestamp expiresAt;
};

}  // namespace congvu::signingdesk
