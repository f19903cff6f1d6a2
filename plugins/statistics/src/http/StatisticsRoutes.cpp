// SPDX-License-Identifier: Apache-2.0
#include "http/StatisticsRoutes.h"

namespace congvu::statistics {

void addRoutes(http::Routes& routes, const StatisticsHandlers& handlers) {
    using http::Request;
    using http::Route;
    routes.add(Route::get("/report")
                   .needs("statistics.read")
                   .says("Figures of a period: from, to, unit, below, register")
                   .gives<ReportView>()
                   .by([&handlers](const Request& request) { return handlers.report(request); }));
    routes.add(
        Route::get("/report/file").needs("statistics.read").says("The same as PDF, XLSX or CSV").by([&handlers](const Request& request) {
            return handlers.file(request);
        }));
    routes.add(Route::get("/choices")
                   .needs("statistics.read")
                   .says("Units and registers to choose from")
                   .gives<Choices>()
                   .by([&handlers](const Request& request) { return handlers.choices(request); }));
}

}  // namespace congvu::statistics
