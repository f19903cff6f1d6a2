// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "domain/DossierFilter.h"

namespace congvu::records {

/// The filter of a list of dossiers from the query: scope, order, state, year, dueUntil, q, marker. AppError invalid names each that is not
/// understood.
DossierFilter dossierFilterOf(const http::Request& request);

}  // namespace congvu::records
