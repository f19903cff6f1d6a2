// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/jobs/Jobs.h"
#include "service/ArchiveNotice.h"
#include "service/Exports.h"

#include <chrono>

namespace congvu::records {

/// The daily job "archive-notice", before office hours, and "exports", which takes up what a restart has left.
class RecordsJobs {
public:
    static constexpr std::chrono::minutes kNoticeAt{6 * 60 + 30};
    static constexpr std::chrono::seconds kExportsEvery{60};

    RecordsJobs(const ArchiveNotice& notice, Exports& exports) : notice_(notice), exports_(exports) {}
    void addTo(jobs::Jobs& jobs) {
        jobs.add("archive-notice", jobs::Schedule::dailyAt(kNoticeAt), [this] { notice_.run(); });
        jobs.add("exports", jobs::Schedule::every(kExportsEvery), [this] {
            exports_.makeWaiting();
            exports_.clearOld();
        });
    }

private:
    const ArchiveNotice& notice_;
    Exports& exports_;
};

}  // namespace congvu::records
