// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/Scheduler.h"

namespace congvu::host {

/// The scheduler as one plugin sees it.
class PluginJobs final : public jobs::Jobs {
public:
    PluginJobs(Scheduler& scheduler, std::string plugin, std::set<std::string, std::less<>> declared);
    void add(std::string id, jobs::Schedule schedule, std::function<void()> work) override;
    /// AppError unavailable "background-busy" when too much waits already.
    void runSoon(std::function<void()> work) override;

private:
    Scheduler& scheduler_;
    std::string plugin_;
    std::set<std::string, std::less<>> declared_;
};

}  // namespace congvu::host
