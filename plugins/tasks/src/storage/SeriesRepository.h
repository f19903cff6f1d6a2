// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/Series.h"
#include "domain/TaskRights.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::tasks {

/// What was made of a series on one day of its rhythm.
struct Occurrence {
    Date rhythmOn;
    Date dueOn;
    std::optional<std::string> taskId;  ///< nothing: the day had passed already
    bool mayOpenTask = false;           ///< filled by occurrences()
};

/// Series of periodic tasks and what was made of them.
class SeriesRepository {
public:
    static constexpr std::int64_t kBatch = 200;

    static void insert(db::Tx& tx, const Series& series);
    /// False when the stored version is not series.version - 1.
    static bool update(db::Tx& tx, const Series& series);
    static std::optional<Series> find(db::Reader& reader, std::string_view id, std::string_view agencyId);
    /// Oldest first, at most 500.
    static std::vector<Series> ofAgency(db::Reader& reader, std::string_view agencyId);
    /// Active ones whose next day lies up to `until`, by that day, behind `after` (nothing: from the first on), at most kBatch.
    static std::vector<Series> due(db::Reader& reader, const Date& until, const std::optional<Series>& after);
    /// The job's own columns; the version stays, so that nobody's form goes stale by night.
    static void advance(db::Tx& tx, std::string_view id, const std::optional<Date>& nextOn, std::string_view problem);
    /// False when that day was made already.
    static bool occur(db::Tx& tx, std::string_view seriesId, const Occurrence& occurrence, Timestamp at);
    static bool hasOccurred(db::Reader& reader, std::string_view seriesId, const Date& rhythmOn);
    /// Newest first, at most 12; with whether the viewer may open their tasks.
    static std::vector<Occurrence> occurrences(db::Reader& reader, std::string_view seriesId, const Viewer& viewer);
};

}  // namespace congvu::tasks
