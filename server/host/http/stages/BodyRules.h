// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Exchange.h"

#include <filesystem>

namespace congvu::host {

/// What is known of a body before it is read: its announced length against the route's limit (AppError tooLarge "too-large") and its
/// Content-Type (AppError unsupportedMedia): multipart/form-data where the route takes files, else application/json.
void checkAnnouncedBody(const Exchange& exchange);
/// Takes a multipart body apart and checks the length of what has come. The handler decodes JSON itself (json::decode).
void decodeBody(Exchange& exchange, const std::filesystem::path& uploadFolder);

}  // namespace congvu::host
