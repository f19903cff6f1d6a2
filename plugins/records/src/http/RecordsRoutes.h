// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"
#include "http/DossierHandlers.h"
#include "http/PlanHandlers.h"
#include "http/TransferHandlers.h"

namespace congvu::records {

/// The route table below /api/v1/records. The handlers must outlive the routes.
void addRoutes(http::Routes& routes, const PlanHandlers& plans, const DossierHandlers& dossiers, const TransferHandlers& transfers);

}  // namespace congvu::records
