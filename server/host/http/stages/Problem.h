// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/OutgoingResponse.h"

#include "congvu/core/Core.h"
#include "congvu/error/AppError.h"

#include <string_view>

namespace congvu::host {

/// An AppError as application/problem+json (RFC 9457): {type, title, status, detail, code, requestId, params, errors:[{pointer, code,
/// message}]}. Title, detail and messages are written in the language of `locale`.
OutgoingResponse problemResponse(const AppError& error, const core::Catalogue& catalogue, std::string_view locale,
                                 std::string_view requestId);
/// The same for an answer that no AppError stands for (405, 431, 500 …).
OutgoingResponse problemResponse(int status, std::string_view code, const core::Catalogue& catalogue, std::string_view locale,
                                 std::string_view requestId);
/// The status of RFC 9110 that a kind of error is answered with.
int statusOf(ErrorKind kind);

}  // namespace congvu::host
