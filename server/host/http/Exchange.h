// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/IncomingRequest.h"
#include "http/Router.h"

#include "congvu/files/UploadedFile.h"
#include "congvu/http/Caller.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace congvu::host {

/// One request on its way through the stages: each stage reads what the earlier ones have found and adds its own part.
struct Exchange {
    IncomingRequest request;
    std::chrono::steady_clock::time_point startedAt = std::chrono::steady_clock::now();

    // by the first stages, before the body is read
    http::Caller caller;  ///< requestId, address and locale are set even without a session
    RouteMatch match;
    bool hasSession = false;
    bool mustChangePassword = false;
    std::string csrfToken;  ///< of the session

    // by the decoding stage
    std::vector<files::UploadedFile> uploads;
    std::map<std::string, std::string, std::less<>> parts;
    std::vector<TemporaryFile> uploadFiles;  ///< keep the bytes of `uploads` until the request ends

    [[nodiscard]] const http::Route& route() const { return match.entry->route; }
};

}  // namespace congvu::host
