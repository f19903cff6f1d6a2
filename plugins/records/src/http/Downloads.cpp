// SPDX-License-Identifier: Apache-2.0
#include "http/Downloads.h"

namespace congvu::records {

sheets::SheetFormat formatOf(const http::Request& request) {
    const auto format = sheets::sheetFormatFrom(request.query("format").value_or("pdf"));
    if (!format) {
        throw AppError::invalidField("/format", "unknown-choice");
    }
    return *format;
}

http::Response downloadOf(PrintedList list) {
    // The name is made of letters, digits and hyphens.
    return http::Response::text(std::move(list.bytes), list.mediaType)
        .header("Content-Disposition", "attachment; filename=\"" + list.fileName + '"');
}

}  // namespace congvu::records
