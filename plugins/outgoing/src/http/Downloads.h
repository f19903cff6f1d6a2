// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/error/AppError.h"
#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "congvu/sheets/SheetFiles.h"
#include "service/RegisterDesk.h"

#include <optional>
#include <string>
#include <utility>

namespace congvu::outgoing {

/// A print or export as a download. Names of prints are made of letters, digits and hyphens.
inline http::Response downloadOf(PrintedRegister printed) {
    return http::Response::text(std::move(printed.bytes), printed.mediaType)
        .header("Content-Disposition", "attachment; filename=\"" + printed.fileName + '"');
}

/// "format" of the query, PDF unless said otherwise; AppError invalid for an unknown one.
inline sheets::SheetFormat sheetFormatOf(const http::Request& request) {
    const auto format = sheets::sheetFormatFrom(request.query("format").value_or("pdf"));
    if (!format) {
        throw AppError::invalidField("/format", "unknown-choice");
    }
    return *format;
}

/// A day of the query; AppError invalid when it is none.
inline std::optional<Date> dayOfQuery(const http::Request& request, const char* name) {
    const auto text = request.query(name);
    if (!text || text->empty()) {
        return std::nullopt;
    }
    const auto day = Date::parse(*text);
    if (!day) {
        throw AppError::invalidField(std::string{"/"} + name, "bad-date");
    }
    return day;
}

}  // namespace congvu::outgoing
