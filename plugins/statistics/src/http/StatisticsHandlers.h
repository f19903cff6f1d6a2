// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/ExportStatistics.h"
#include "service/ReadStatistics.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "congvu/time/Clock.h"

namespace congvu::statistics {

/// Translates requests for figures.
class StatisticsHandlers {
public:
    StatisticsHandlers(const ReadStatistics& reading, const ExportStatistics& exporting, const Clock& clock)
        : reading_(reading), exporting_(exporting), clock_(clock) {}

    [[nodiscard]] http::Response report(const http::Request& request) const;
    [[nodiscard]] http::Response choices(const http::Request& request) const;
    [[nodiscard]] http::Response file(const http::Request& request) const;

private:
    const ReadStatistics& reading_;
    const ExportStatistics& exporting_;
    const Clock& clock_;
};

}  // namespace congvu::statistics
