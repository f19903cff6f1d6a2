// SPDX-License-Identifier: Apache-2.0
#include "http/StatisticsHandlers.h"

#include "http/QuestionQuery.h"

#include "congvu/error/AppError.h"

namespace congvu::statistics {

http::Response StatisticsHandlers::report(const http::Request& request) const {
    return http::Response::json(reading_.run(request.caller(), questionOf(request, clock_.today())));
}

http::Response StatisticsHandlers::choices(const http::Request& request) const {
    return http::Response::json(reading_.choices(request.caller(), request.query("unit").value_or("")));
}

http::Response StatisticsHandlers::file(const http::Request& request) const {
    const auto format = sheets::sheetFormatFrom(request.query("format").value_or("pdf"));
    if (!format) {
        throw AppError::invalidField("/format", "unknown-choice");
    }
    auto file = exporting_.run(request.caller(), questionOf(request, clock_.today()), *format);
    return http::Response::text(std::move(file.bytes), std::move(file.mediaType))
        .header("Content-Disposition", "attachment; filename=\"" + file.name + "\"");
}

}  // namespace congvu::statistics
