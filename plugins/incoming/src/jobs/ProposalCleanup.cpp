// SPDX-License-Identifier: Apache-2.0
#include "jobs/ProposalCleanup.h"

#include <chrono>

namespace congvu::incoming {

void ProposalCleanup::schedule(jobs::Jobs& jobs) const {
    using namespace std::chrono_literals;
    jobs.add("proposal-cleanup", jobs::Schedule::dailyAt(2h + 30min), [this] { forgetOld(); });
    jobs.add("proposal-verification", jobs::Schedule::every(2min), [this] { verify_.runLeftOver(); });
}

void ProposalCleanup::forgetOld() const {
    queue_.forget(clock_.now() - std::chrono::days{settings_.number("incoming.proposal_days")});
}

}  // namespace congvu::incoming
