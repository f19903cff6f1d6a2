// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/ProposalQueue.h"
#include "service/VerifyProposal.h"

#include "congvu/jobs/Jobs.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"

namespace congvu::incoming {

/// Keeps the queue of proposals tidy: forgets refused and discarded ones after some days, and verifies those whose verification was lost
/// with a restart.
class ProposalCleanup {
public:
    ProposalCleanup(const ProposalQueue& queue, const settings::Settings& settings, const Clock& clock, const VerifyProposal& verify)
        : queue_(queue), settings_(settings), clock_(clock), verify_(verify) {}

    /// Adds the jobs "proposal-cleanup" and "proposal-verification".
    void schedule(jobs::Jobs& jobs) const;

private:
    void forgetOld() const;

    const ProposalQueue& queue_;
    const settings::Settings& settings_;
    const Clock& clock_;
    const VerifyProposal& verify_;
};

}  // namespace congvu::incoming
