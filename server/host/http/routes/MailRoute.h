// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Router.h"

#include "congvu/core/Core.h"
#include "congvu/db/Db.h"
#include "congvu/mail/Mail.h"

namespace congvu::host {

/// POST /mail/test: whether mail goes out with the settings as they are; for administrators of the whole system.
void addMailRoute(Router& router, mail::Mail& mail, core::Core& core, db::Db& db);

}  // namespace congvu::host
