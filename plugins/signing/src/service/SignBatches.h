// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/http/Caller.h"
#include "congvu/time/Clock.h"
#include "domain/SigningBatch.h"
#include "service/BatchRunner.h"
#include "service/ManageKeys.h"
#include "service/SignRequests.h"
#include "storage/BatchRepository.h"
#include "storage/RequestRepository.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::signingdesk {

/// Signing of up to kLargestBatch documents in one act that goes on in the background. Each document of a batch is signed exactly once or
/// untouched, whenever the server ends; the batch then waits for the signer, who gives the PIN again.
class SignBatches {
public:
    struct Services {
        db::Db& db;
        audit::Audit& audit;
        Clock& clock;
        ManageKeys& keys;
        BatchRunner& runner;
    };
    explicit SignBatches(const Services& services) : services_(services) {}

    /// Records the batch and begins it. Refuses a key or PIN as KeyVault::open() does, before anything is recorded. A request that is not
    /// on the caller's desk is a document with the result "not-found".
    BatchView start(const http::Caller& caller, SigningAct act);
    /// Goes on where the batch stood. AppError conflict "signing.batch-ended" or "signing.batch-running".
    BatchView resume(const http::Caller& caller, std::string_view id, std::string pin);
    /// Ends the batch; what is not signed yet stays on the desk. AppError conflict "signing.batch-ended".
    BatchView stop(const http::Caller& caller, std::string_view id);

    [[nodiscard]] BatchView find(const http::Caller& caller, std::string_view id);
    [[nodiscard]] db::Page<BatchView> list(const http::Caller& caller, const db::PageRequest& page);
    [[nodiscard]] db::Page<BatchItemView> items(const http::Caller& caller, std::string_view id, BatchItemState state,
                                                const db::PageRequest& page);

private:
    [[nodiscard]] SigningBatch require(const http::Caller& caller, std::string_view id);
    [[nodiscard]] SigningBatch requireOpen(const http::Caller& caller, std::string_view id);
    [[nodiscard]] std::vector<BatchItem> itemsOf(const http::Caller& caller, const SigningAct& act);
    [[nodiscard]] BatchView viewOf(const SigningBatch& batch) const;

    Services services_;
    BatchRepository batches_;
    RequestRepository requests_;
};

}  // namespace congvu::signingdesk
