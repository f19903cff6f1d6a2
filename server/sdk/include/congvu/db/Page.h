// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::db {

/// Which page of a list the caller asks for (keyset paging; there is no OFFSET anywhere).
struct PageRequest {
    std::string cursor;       ///< as given out in Page::next, or empty for the first page
    std::int64_t limit = 50;  ///< 1…200, already checked
};

/// Packs sort values into an opaque cursor and back. A cursor that was not made by pack throws AppError (invalid "/cursor").
std::string packCursor(const std::vector<std::string>& sortValues);
std::vector<std::string> unpackCursor(std::string_view cursor, std::size_t expectedValues);

/// One page of a list. JSON: {items, next, total}.
template <class Item>
struct Page {
    std::vector<Item> items;
    std::optional<std::string> next;    ///< nothing on the last page
    std::optional<std::int64_t> total;  ///< capped: kTotalCap means "more than a thousand"
};
inline constexpr std::int64_t kTotalCap = 1001;

/// Cuts a list that was read with limit + 1 rows into a page; `cursorOf` gives the sort values of the last shown item.
template <class Item, class CursorOf>
Page<Item> makePage(std::vector<Item> rows, const PageRequest& request, CursorOf cursorOf) {
    Page<Item> page;
    if (static_cast<std::int64_t>(rows.size()) > request.limit) {
        rows.resize(static_cast<std::size_t>(request.limit));
        page.next = packCursor(cursorOf(rows.back()));
    }
    page.items = std::move(rows);
    return page;
}

}  // namespace congvu::db
