// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "service/ReadDocuments.h"

namespace congvu::outgoing {

/// state, mine, waiting, returned, q, sourceDocumentId, sourceTaskId, late and marker of the query, and what a figure narrows the list to;
/// AppError invalid for an unknown state.
ListFilter listFilterOf(const http::Request& request);

}  // namespace congvu::outgoing
