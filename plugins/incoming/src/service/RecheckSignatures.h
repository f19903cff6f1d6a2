// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/DocumentChanges.h"
#include "service/History.h"
#include "service/SignatureCheck.h"
#include "storage/DeliveryRepository.h"
#include "storage/DocumentRepository.h"
#include "storage/FileRepository.h"
#include "storage/ProposalRepository.h"

#include "congvu/db/Db.h"
#include "congvu/files/FileStore.h"

#include <string>
#include <vector>

namespace congvu::incoming {

/// Verifies files again whose signatures could not be judged to the end (INDETERMINATE, ETSI EN 319 102-1 §5.1.3): revocation data may have
/// come since, or the administrator trusts another root. Only a verdict that has changed is written. Not thread-safe: one job runs it.
class RecheckSignatures {
public:
    struct Needs {
        db::Db& db;
        files::FileStore& files;
        const SignatureCheck& signatures;
        const DocumentChanges& changes;
        const History& history;
    };
    explicit RecheckSignatures(const Needs& needs) : needs_(needs) {}

    /// The newest kNewest doubtful files, and the next kOlder of all others, from where the last run stopped.
    void run();

    static constexpr int kNewest = 50;
    static constexpr int kOlder = 100;

private:
    void recheck(const std::vector<DoubtfulFile>& files) const;
    void write(const DoubtfulFile& file, const SignatureFacts& facts) const;
    void tellOwner(db::Tx& tx, const DoubtfulFile& file, const SignatureFacts& facts) const;

    Needs needs_;
    FileRepository fileRows_;
    DocumentRepository documents_;
    DeliveryRepository deliveries_;
    ProposalRepository proposals_;
    std::string before_;  ///< the oldest file that was verified again; empty at the start and after the last one
};

}  // namespace congvu::incoming
