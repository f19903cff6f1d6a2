// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inbox/service/AssigneeKeys.h"
#include "inbox/storage/WorkCounterRepository.h"
#include "inbox/storage/WorkItemRepository.h"
#include "live/service/LivePush.h"
#include "mandates/service/MandateService.h"
#include "organisation/service/DirectoryService.h"

#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/core/Core.h"
#include "congvu/settings/Settings.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::core {

/// The inbox as one caller sees it: own post, unit and agency, only plugins that are on there; beside it, marked, the work of others that
/// mandates open to him.
class ReadInbox {
public:
    ReadInbox(db::Db& db, const AssigneeKeys& keys, const MandateService& mandates, const DirectoryService& directory,
              const calendar::WorkingCalendar& calendar, const settings::Settings& settings, const Catalogue& catalogue, LivePush& push,
              const Clock& clock)
        : db_(db),
          keys_(keys),
          mandates_(mandates),
          directory_(directory),
          calendar_(calendar),
          settings_(settings),
          catalogue_(catalogue),
          push_(push),
          clock_(clock) {}

    [[nodiscard]] db::Page<WorkItemView> list(const http::Caller& caller, const WorkFilter& filter, const db::PageRequest& page) const;
    [[nodiscard]] WorkCounters counters(const http::Caller& caller) const;
    /// AppError notFound for an item the caller does not have.
    void markRead(const http::Caller& caller, std::string_view itemId);
    /// "<plugin>.open" of every plugin that is on for the caller's unit.
    using Badges = std::vector<std::pair<std::string, std::int64_t>>;
    [[nodiscard]] Badges badges(db::Reader& reader, const http::Caller& caller) const;
    /// Today, and until when a deadline counts as soon for the unit.
    [[nodiscard]] DueDates datesFor(std::string_view unitId) const;

private:
    [[nodiscard]] WorkItemView viewOf(const http::Caller& caller, WorkItem&& item, const DueDates& dates) const;
    [[nodiscard]] std::vector<std::string> plugins(const http::Caller& caller) const;
    /// Own work; while acting by a mandate, what that mandate opens of the giver's.
    [[nodiscard]] std::vector<DeskPart> ownDesk(const http::Caller& caller) const;
    /// Work of others that mandates given to the caller's own post open.
    [[nodiscard]] std::vector<DeskPart> behalfDesk(const http::Caller& caller) const;
    [[nodiscard]] DeskPart partOf(const std::string& assigneeKey, const Mandate& mandate) const;
    [[nodiscard]] std::vector<WorkCount> counts(db::Reader& reader, const http::Caller& caller) const;

    db::Db& db_;
    const AssigneeKeys& keys_;
    const MandateService& mandates_;
    const DirectoryService& directory_;
    const calendar::WorkingCalendar& calendar_;
    const settings::Settings& settings_;
    const Catalogue& catalogue_;
    LivePush& push_;
    const Clock& clock_;
    WorkItemRepository items_;
    WorkCounterRepository counters_;
};

}  // namespace congvu::core
