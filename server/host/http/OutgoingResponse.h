// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/OpenFile.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::host {

/// The bytes of a file that follow the head, sent by the kernel.
struct FilePart {
    OpenFile file;
    std::int64_t offset = 0;
    std::int64_t length = 0;
};

/// Turns the connection into an event stream of this caller once the head is out (see EventHub).
struct StreamStart {
    std::string sessionToken;
    std::string sessionId;
    std::string postId;
    bool mustResync = false;  ///< the client has missed events: it sent Last-Event-ID
};

/// A finished answer; the connection adds Date, Content-Length and Connection.
struct OutgoingResponse {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::optional<FilePart> file;       ///< instead of body
    std::optional<StreamStart> stream;  ///< instead of body
    bool closesConnection = false;

    void set(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
    /// The value of a header set above, or an empty text.
    [[nodiscard]] std::string header(std::string_view name) const;
};

}  // namespace congvu::host
