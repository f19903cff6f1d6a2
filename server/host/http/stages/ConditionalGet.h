// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/IncomingRequest.h"
#include "http/OutgoingResponse.h"

#include <string_view>

namespace congvu::host {

/// Turns a 200 whose ETag the client has already into 304 without a body (RFC 9110 §13.1.2).
void answerConditionally(const IncomingRequest& request, OutgoingResponse& response);
/// True when If-None-Match holds the tag, by weak comparison.
bool clientHas(const IncomingRequest& request, std::string_view entityTag);

}  // namespace congvu::host
