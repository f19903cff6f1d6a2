// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/http/Request.h"
#include "congvu/sheets/Sheet.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace congvu::lists {

/// What stands in the cells of a column: plain text, or message ids that are put into the caller's language.
enum class CellKind { text, message };

/// One column of a list's file.
struct ListColumn {
    std::string key;      ///< as the page calls the column
    std::string titleId;  ///< message id of the plugin's locale files
    double share = 1;     ///< of the width
    sheets::CellAlign align = sheets::CellAlign::left;
    CellKind cells = CellKind::text;
};

/// The cells of one row, in the order of the columns. Days are written dd/MM/yyyy.
using ListRow = std::vector<std::string>;

/// A list of a plugin as the core sees it: all rows of a filter and how many they are, always under the plugin's row-level policy. The
/// filter is read off the query of the request, as the list's own route reads it; a request may have nothing but caller and query.
class ListSource {
public:
    ListSource() = default;
    ListSource(const ListSource&) = delete;
    ListSource& operator=(const ListSource&) = delete;
    virtual ~ListSource() = default;

    [[nodiscard]] virtual std::vector<ListColumn> columns() const = 0;
    /// One page in the order that the query asks for. AppError invalid for a filter that is not understood.
    [[nodiscard]] virtual db::Page<ListRow> rows(db::Reader& reader, const http::Request& request, const db::PageRequest& page) const = 0;
    /// At most db::kTotalCap; nothing where no index makes counting cheap. AppError invalid for a filter that is not understood.
    [[nodiscard]] virtual std::optional<std::int64_t> count(db::Reader& reader, const http::Request& request) const = 0;
};

/// What a plugin registers here has saved searches, a choice of columns and files of its rows: lists of its manifest's member "lists".
class Lists {
public:
    virtual ~Lists() = default;
    /// Throws std::logic_error when the list is there already.
    virtual void add(std::string id, std::shared_ptr<const ListSource> source) = 0;
};

}  // namespace congvu::lists
