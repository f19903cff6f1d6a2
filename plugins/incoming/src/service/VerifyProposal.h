// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/DocumentChanges.h"
#include "service/SignatureCheck.h"
#include "storage/FileRepository.h"
#include "storage/ProposalRepository.h"

#include "congvu/db/Db.h"
#include "congvu/files/FileStore.h"
#include "congvu/time/Clock.h"

#include <string>

namespace congvu::incoming {

/// Verifies the signatures of a proposal's file, outside any transaction, and makes the proposal ready.
class VerifyProposal {
public:
    struct Needs {
        db::Db& db;
        files::FileStore& files;
        const Clock& clock;
        const SignatureCheck& signatures;
        const DocumentChanges& changes;
    };
    explicit VerifyProposal(const Needs& needs) : needs_(needs) {}

    /// Does nothing when the proposal does not wait any more.
    void run(const std::string& proposalId) const;
    /// Verifies those that were left waiting by a restart.
    void runLeftOver() const;

private:
    Needs needs_;
    ProposalRepository proposals_;
    FileRepository fileRows_;
};

}  // namespace congvu::incoming
