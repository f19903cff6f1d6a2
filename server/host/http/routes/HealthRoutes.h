// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Router.h"

#include "congvu/db/Db.h"

namespace congvu::host {

/// GET /healthz (the process answers) and GET /readyz (the database answers too), at the root and below /api/v1, for everyone.
void addHealthRoutes(Router& router, db::Db& db);

}  // namespace congvu::host
