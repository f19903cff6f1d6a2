// SPDX-License-Identifier: Apache-2.0
#include "lists/service/ListFiles.h"

#include "shared/domain/StringMap.h"
#include "shared/service/AuditDetail.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace congvu::core {

namespace {

constexpr std::int64_t kRowsOfOneRead = 1'000;

/// One of the places of a semaphore, for as long as it lives.
class HeldPlace {
public:
    explicit HeldPlace(std::counting_semaphore<2>& places) : places_(places) {
        if (!places_.try_acquire()) {
            throw AppError(ErrorKind::unavailable, "core.lists-busy");
        }
    }
    HeldPlace(const HeldPlace&) = delete;
    HeldPlace& operator=(const HeldPlace&) = delete;
    ~HeldPlace() { places_.release(); }

private:
    std::counting_semaphore<2>& places_;
};

/// Which columns the file has, in their order.
std::vector<std::size_t> chosenColumns(const std::vector<lists::ListColumn>& columns, const std::vector<std::string>& keys) {
    std::vector<std::size_t> chosen;
    chosen.reserve(columns.size());
    for (const auto& key : keys) {
        const auto found = std::ranges::find(columns, key, &lists::ListColumn::key);
        const auto index = static_cast<std::size_t>(found - columns.begin());
        if (found != columns.end() && std::ranges::find(chosen, index) == chosen.end()) {
            chosen.push_back(index);
        }
    }
    if (chosen.empty()) {
        chosen.resize(columns.size());
        std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    }
    return chosen;
}

/// Message ids in the caller's language; each is looked up once.
class Translation {
public:
    Translation(const Catalogue& catalogue, std::string locale) : catalogue_(catalogue), locale_(std::move(locale)) {}
    std::string of(std::string_view id) {
        if (id.empty()) {
            return {};
        }
        const auto known = texts_.find(id);
        if (known != texts_.end()) {
            return known->second;
        }
        return texts_.emplace(id, catalogue_.message(locale_, id, {})).first->second;
    }

private:
    const Catalogue& catalogue_;
    std::string locale_;
    StringMap<std::string> texts_;
};

sheets::SheetRow sheetRowOf(lists::ListRow&& cells, const std::vector<lists::ListColumn>& columns, const std::vector<std::size_t>& chosen,
                            Translation& words) {
    sheets::SheetRow row;
    row.cells.reserve(chosen.size());
    for (const auto index : chosen) {
        auto& cell = cells.at(index);
        row.cells.push_back(columns[index].cells == lists::CellKind::message ? words.of(cell) : std::move(cell));
    }
    return row;
}

/// "incoming.documents" on that day: "incoming-documents-2026-03-02".
std::string fileNameOf(std::string_view list, Date day) {
    std::string name{list};
    std::ranges::replace(name, '.', '-');
    return name + '-' + day.toString();
}

}  // namespace

std::vector<lists::ListRow> ListFiles::rowsOf(const OpenList& list, const http::Request& request) const {
    return needs_.db.read([&](db::Reader& reader) {
        std::vector<lists::ListRow> rows;
        db::PageRequest next{{}, kRowsOfOneRead};
        while (true) {
            auto page = list.source->rows(reader, request, next);
            rows.insert(rows.end(), std::make_move_iterator(page.items.begin()), std::make_move_iterator(page.items.end()));
            if (rows.size() > kMostRows) {
                throw AppError(ErrorKind::invalid, "core.list-too-long", {{"most", std::to_string(kMostRows)}});
            }
            if (!page.next) {
                return rows;
            }
            next.cursor = std::move(*page.next);
        }
    });
}

ListFile ListFiles::make(const http::Request& request, std::string_view listId, const std::vector<std::string>& columns,
                         sheets::SheetFormat format) {
    const auto list = needs_.lists.require(request.caller(), listId);
    const HeldPlace place{free_};
    const auto known = list.source->columns();
    const auto chosen = chosenColumns(known, columns);
    Translation words{needs_.catalogue, request.caller().locale};
    sheets::Sheet sheet;
    sheet.fileName = fileNameOf(listId, needs_.clock.today());
    sheet.title = {request.caller().locale == "en" ? list.fact.title.en : list.fact.title.vi, request.caller().agencyName};
    sheet.columns.reserve(chosen.size());
    for (const auto index : chosen) {
        sheet.columns.push_back({words.of(known[index].titleId), known[index].share, known[index].align});
    }
    auto rows = rowsOf(list, request);
    sheet.rows.reserve(rows.size());
    for (auto& row : rows) {
        sheet.rows.push_back(sheetRowOf(std::move(row), known, chosen, words));
    }
    auto bytes = sheets::renderSheet(sheet, format, needs_.folder);
    needs_.db.write([&](db::Tx& tx) {
        needs_.audit.record(tx, request.caller(), "core.list-taken", {"core", "list", std::string{listId}},
                            auditDetail({{"rows", std::to_string(sheet.rows.size())}, {"format", std::string{sheets::endingOf(format)}}}));
    });
    return {std::move(bytes), std::string{sheets::mediaTypeOf(format)}, sheet.fileName + '.' + std::string{sheets::endingOf(format)}};
}

}  // namespace congvu::core
