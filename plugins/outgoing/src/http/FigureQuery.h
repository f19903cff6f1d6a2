// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "domain/FigureFilter.h"

namespace congvu::outgoing {

/// What a figure narrows the list to: issuedFrom, issuedTo, unit ("A,B"), form, group ("-" for the common sequence), channel, sending,
/// person, agency, reached, delivery. 422 for what is no day or no choice.
FigureFilter figureFilterOf(const http::Request& request);

}  // namespace congvu::outgoing
