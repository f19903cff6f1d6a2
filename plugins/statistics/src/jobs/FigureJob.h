// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/jobs/Jobs.h"
#include "service/KeepFigures.h"

#include <chrono>

namespace congvu::statistics {

/// Adds up what changed, every minute.
class FigureJob {
public:
    explicit FigureJob(KeepFigures& keeping) : keeping_(keeping) {}
    void addTo(jobs::Jobs& jobs) {
        jobs.add("figures", jobs::Schedule::every(std::chrono::minutes{1}), [this] { keeping_.run(); });
    }

private:
    KeepFigures& keeping_;
};

}  // namespace congvu::statistics
