// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Direction.h"
#include "domain/IncomingDocument.h"
#include "domain/RegisterPrint.h"
#include "domain/Transfer.h"

#include "congvu/sheets/Sheet.h"

#include <vector>

namespace congvu::incoming {

/// "Phiếu giải quyết văn bản đến": Decree 30/2020, App. IV, VII. The leader's opinions, those of the heads of units, and what the handlers
/// say; what is not there yet is left blank to write on.
sheets::Sheet processingSlip(const IncomingDocument& document, const std::vector<Direction>& directions,
                             const std::vector<Transfer>& transfers, const PrintHead& head);

}  // namespace congvu::incoming
