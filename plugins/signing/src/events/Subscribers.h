// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/events/Events.h"
#include "service/DocumentChecks.h"

namespace congvu::signingdesk {

/// Issued documents get their code; a recall shows on their public page. The checks must outlive the subscriptions.
void subscribe(events::Events& events, DocumentChecks& checks);

}  // namespace congvu::signingdesk
