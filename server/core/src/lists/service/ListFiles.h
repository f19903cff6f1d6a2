// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lists/service/ListAccess.h"

#include "congvu/audit/Audit.h"
#include "congvu/core/Core.h"
#include "congvu/db/Db.h"
#include "congvu/http/Request.h"
#include "congvu/sheets/SheetFiles.h"
#include "congvu/time/Clock.h"

#include <filesystem>
#include <semaphore>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// A file made for one download.
struct ListFile {
    std::string bytes;
    std::string mediaType;
    std::string fileName;  ///< letters, digits, points and hyphens
};

/// The rows of a list as a file: all that the filter says, as one snapshot, under the list's own policy.
class ListFiles {
public:
    static constexpr std::size_t kMostRows = 50'000;

    struct Needs {
        db::Db& db;
        const ListAccess& lists;
        audit::Audit& audit;
        const Catalogue& catalogue;
        const Clock& clock;
        std::filesystem::path folder;  ///< for files on their way
    };
    explicit ListFiles(Needs needs) : needs_(std::move(needs)) {}

    /// The request's query is the filter. `columns` are keys of columns in the order that is wanted; those that the file does not know are
    /// left out, and none means all. AppError notFound for a list that is not there for the caller, invalid "core.list-too-long" beyond
    /// 50,000 rows, unavailable "core.lists-busy" while two files are being made.
    [[nodiscard]] ListFile make(const http::Request& request, std::string_view list, const std::vector<std::string>& columns,
                                sheets::SheetFormat format);

private:
    [[nodiscard]] std::vector<lists::ListRow> rowsOf(const OpenList& list, const http::Request& request) const;

    Needs needs_;
    std::counting_semaphore<2> free_{2};  ///< a file of 50,000 rows needs a second of a processor and 100 MB
};

}  // namespace congvu::core
