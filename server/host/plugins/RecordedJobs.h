// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plugins/Contributions.h"

#include "congvu/jobs/Jobs.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace congvu::host {

/// Notes which jobs a plugin adds and passes everything on.
class RecordedJobs final : public jobs::Jobs {
public:
    RecordedJobs(std::unique_ptr<jobs::Jobs> inner, Contributions& contributions)
        : inner_(std::move(inner)), contributions_(contributions) {}
    void add(std::string id, jobs::Schedule schedule, std::function<void()> work) override {
        contributions_.jobs.push_back(id);
        inner_->add(std::move(id), schedule, std::move(work));
    }
    void runSoon(std::function<void()> work) override { inner_->runSoon(std::move(work)); }

private:
    std::unique_ptr<jobs::Jobs> inner_;
    Contributions& contributions_;
};

}  // namespace congvu::host
