// SPDX-License-Identifier: Apache-2.0
#include "http/routes/EventStreamRoute.h"

namespace congvu::host {

void addEventStreamRoute(Router& router) {
    router.add("host", "/api/v1",
               http::Route::get("/events").forSignedIn().says("Live events of the acting post").onLoop().by([](const http::Request&) {
                   return http::Response::text({}, "text/event-stream").header("X-Accel-Buffering", "no");
               }));
}

}  // namespace congvu::host
