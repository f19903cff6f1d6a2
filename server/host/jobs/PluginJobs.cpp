// SPDX-License-Identifier: Apache-2.0
#include "jobs/PluginJobs.h"

#include <stdexcept>

namespace congvu::host {

PluginJobs::PluginJobs(Scheduler& scheduler, std::string plugin, std::set<std::string, std::less<>> declared)
    : scheduler_(scheduler), plugin_(std::move(plugin)), declared_(std::move(declared)) {}

void PluginJobs::add(std::string id, jobs::Schedule schedule, std::function<void()> work) {
    if (!declared_.contains(id)) {
        throw std::logic_error("plugin " + plugin_ + " adds the job " + id + ", which its plugin.json does not declare in jobs");
    }
    scheduler_.add(plugin_, std::move(id), schedule, std::move(work));
}

void PluginJobs::runSoon(std::function<void()> work) {
    scheduler_.runSoon(plugin_, std::move(work));
}

}  // namespace congvu::host
