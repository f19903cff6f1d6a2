// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Exchange.h"

namespace congvu::host {

/// Gives the request an id of its own and finds the language of its answers: the first of "vi" and "en" that Accept-Language names,
/// Vietnamese otherwise. Never fails.
void identifyRequest(Exchange& exchange);
/// "vi" or "en" when Accept-Language names one of them, in its order; empty otherwise.
std::string_view requestedLanguage(const IncomingRequest& request);

}  // namespace congvu::host
