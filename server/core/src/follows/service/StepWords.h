// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Core.h"

#include <string>
#include <string_view>

namespace congvu::core {

/// The message id that tells a line of a timeline in a few words. "incoming.act.registered" is told as the audit log tells the same act,
/// "audit.incoming.registered"; an act that has no such text is told as "core.followed-step".
std::string stepMessageOf(const Catalogue& catalogue, std::string_view act);

}  // namespace congvu::core
