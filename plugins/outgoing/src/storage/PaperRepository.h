// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "domain/PaperDispatch.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// Which lists a register shows.
struct PaperPeriod {
    PaperWay way = PaperWay::post;
    Date from;
    Date to;
};

/// All SQL of outgoing_paper_item and outgoing_paper_list.
class PaperRepository {
public:
    /// Items of one list; more are refused.
    static constexpr std::int64_t kMostItems = 500;

    void insertItem(db::Tx& tx, const PaperItem& item) const;
    /// An item of the agency.
    [[nodiscard]] std::optional<PaperItem> item(db::Reader& reader, std::string_view agencyId, std::string_view id) const;
    /// Items of the agency that wait for a list, the oldest first.
    [[nodiscard]] db::Page<PaperItem> waiting(db::Reader& reader, std::string_view agencyId, const db::PageRequest& page) const;
    /// Of those, the ones with these ids (at most kMostItems).
    [[nodiscard]] std::vector<PaperItem> waitingOf(db::Reader& reader, std::string_view agencyId,
                                                   const std::vector<std::string>& ids) const;
    /// Items of a list, by envelope.
    [[nodiscard]] std::vector<PaperItem> ofList(db::Reader& reader, std::string_view listId) const;
    [[nodiscard]] std::vector<PaperItem> ofDocument(db::Reader& reader, std::string_view documentId) const;
    /// Items of the lists that were handed over in a period, by list and envelope.
    [[nodiscard]] std::vector<PaperItem> handedIn(db::Reader& reader, std::string_view agencyId, const PaperPeriod& period,
                                                  std::int64_t most) const;
    /// Writes state, list, envelope, copies and note.
    void updateItem(db::Tx& tx, const PaperItem& item) const;
    /// Takes back what has not left the house yet.
    void dropOpen(db::Tx& tx, std::string_view documentId, Timestamp at) const;

    void insertList(db::Tx& tx, const PaperList& list) const;
    /// A list of the agency.
    [[nodiscard]] std::optional<PaperList> list(db::Reader& reader, std::string_view agencyId, std::string_view id) const;
    /// The latest first.
    [[nodiscard]] db::Page<PaperList> lists(db::Reader& reader, std::string_view agencyId, const db::PageRequest& page) const;
    /// False when somebody else was first.
    [[nodiscard]] bool updateList(db::Tx& tx, const PaperList& list, std::int64_t expectedVersion) const;
    void removeList(db::Tx& tx, std::string_view id) const;
    /// Lists that were handed over in a period, by day.
    [[nodiscard]] std::vector<PaperList> handedLists(db::Reader& reader, std::string_view agencyId, const PaperPeriod& period) const;
    [[nodiscard]] std::int64_t lastNumber(db::Reader& reader, std::string_view agencyId, std::int64_t year) const;
};

}  // namespace congvu::outgoing
