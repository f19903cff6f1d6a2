// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Router.h"

namespace congvu::host {

/// GET /api/v1/events: the connection becomes an event stream of the caller's post and session (text/event-stream, HTML Living Standard
/// §9.2). Events: badge, notify, invalidate, resync (read everything anew: the client sent Last-Event-ID), signed-out.
void addEventStreamRoute(Router& router);

}  // namespace congvu::host
