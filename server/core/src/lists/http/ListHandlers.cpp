// SPDX-License-Identifier: Apache-2.0
#include "lists/http/ListHandlers.h"

#include "shared/domain/CreatedId.h"
#include "shared/domain/ItemList.h"

#include "congvu/error/AppError.h"

#include <algorithm>

namespace congvu::core {

namespace {

/// A table for a spreadsheet; a list is printed by the browser.
sheets::SheetFormat spreadsheetFormatOf(const http::Request& request) {
    const auto format = sheets::sheetFormatFrom(request.query("format").value_or("xlsx"));
    if (!format || *format == sheets::SheetFormat::pdf) {
        throw AppError::invalidField("/format", "unknown-choice");
    }
    return *format;
}

std::vector<std::string> columnKeysOf(const http::Request& request) {
    const auto text = request.query("columns").value_or("");
    std::vector<std::string> keys;
    for (std::size_t from = 0; from < text.size();) {
        const auto comma = std::min(text.find(',', from), text.size());
        keys.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return keys;
}

}  // namespace

http::Response ListHandlers::searches(const http::Request& request) const {
    return http::Response::json(ItemList<SavedSearchView>{searches_.all(request.caller())});
}

http::Response ListHandlers::counts(const http::Request& request) const {
    return http::Response::json(ItemList<SavedSearchCount>{searches_.counts(request.caller())});
}

http::Response ListHandlers::save(const http::Request& request) const {
    return http::Response::json(CreatedId{searches_.save(request.caller(), request.body<NewSavedSearch>())}, 201);
}

http::Response ListHandlers::order(const http::Request& request) const {
    searches_.order(request.caller(), request.body<SavedSearchOrder>());
    return http::Response::noContent();
}

http::Response ListHandlers::rename(const http::Request& request) const {
    searches_.requireOwn(request.caller(), request.path("id"));
    searches_.rename(request.caller(), request.path("id"), request.body<SavedSearchChange>());
    return http::Response::noContent();
}

http::Response ListHandlers::remove(const http::Request& request) const {
    searches_.remove(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response ListHandlers::options(const http::Request& request) const {
    return http::Response::json(searches_.optionsOf(request.caller(), request.path("id")));
}

http::Response ListHandlers::chooseColumns(const http::Request& request) const {
    searches_.requireList(request.caller(), request.path("id"));
    searches_.chooseColumns(request.caller(), request.path("id"), request.body<ColumnChoice>());
    return http::Response::noContent();
}

http::Response ListHandlers::file(const http::Request& request) const {
    searches_.requireList(request.caller(), request.path("id"));
    auto file = files_.make(request, request.path("id"), columnKeysOf(request), spreadsheetFormatOf(request));
    return http::Response::text(std::move(file.bytes), file.mediaType)
        .header("Content-Disposition", "attachment; filename=\"" + file.fileName + '"');
}

}  // namespace congvu::core
