// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/HeaderList.h"
#include "http/TemporaryFile.h"

#include "congvu/http/Routes.h"

#include <optional>
#include <string>
#include <string_view>

namespace congvu::host {

/// One request as it came from a client: head parsed, body complete. Nothing in it is trusted yet.
struct IncomingRequest {
    /// Nothing for a method the server does not know (it answers 405). HEAD is get with isHead.
    std::optional<http::Method> method;
    bool isHead = false;
    std::string path = "/";  ///< as sent: still percent-encoded, without the query
    std::string query;       ///< as sent, without the question mark
    HeaderList headers;
    std::string clientAddress;
    std::string body;                       ///< empty when the body lies in bodyFile
    std::optional<TemporaryFile> bodyFile;  ///< bodies of more than 64 KB
};

/// True for GET and HEAD, which change nothing (RFC 9110 §9.2.1).
inline bool isSafe(const IncomingRequest& request) {
    return request.method == http::Method::get;
}

}  // namespace congvu::host
