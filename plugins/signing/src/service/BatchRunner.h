// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/http/Caller.h"
#include "congvu/jobs/Jobs.h"
#include "congvu/notifications/Notifications.h"
#include "congvu/time/Clock.h"
#include "service/ManageKeys.h"
#include "service/RequestSigning.h"
#include "storage/BatchRepository.h"
#include "storage/KeyRepository.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace congvu::signingdesk {

/// A batch that is being worked on: who signs, and the key that he has opened. It exists in memory only, so the end of the server ends it,
/// and so does a stop; the batch itself stays and is gone on with under the PIN.
struct BatchRun {
    std::string batchId;
    http::Caller caller;
    OpenedKey opened;
    std::atomic<bool> isStopped{false};
};

/// Works on batches in the background, a few documents at a time, so that other background work has its turn. Thread-safe.
class BatchRunner {
public:
    struct Services {
        db::Db& db;
        jobs::Jobs& jobs;
        notifications::Notifications& notifications;
        const directory::Directory& directory;
        Clock& clock;
        RequestSigning& signing;
    };
    explicit BatchRunner(const Services& services) : services_(services) {}

    /// Begins or goes on with a batch. AppError conflict "signing.batch-running" when it is worked on already; unavailable when the queue
    /// of background work is full.
    void start(const std::string& batchId, const http::Caller& caller, OpenedKey opened);
    [[nodiscard]] bool isRunning(std::string_view batchId) const;
    /// The document that is being signed gets its result, no further one is begun.
    void stop(std::string_view batchId);

private:
    using RunPointer = std::shared_ptr<BatchRun>;
    class Ending;

    void queue(const RunPointer& run);
    void workOn(const RunPointer& run);
    /// The signer still holds the post, the plugin is on for it, and the key may sign.
    [[nodiscard]] bool mayGoOn(const BatchRun& run);
    void signItem(const BatchRun& run, BatchItem item);
    void finish(const BatchRun& run);
    void tell(const BatchRun& run);
    void forget(const BatchRun& run);

    Services services_;
    BatchRepository batches_;
    KeyRepository keys_;
    mutable std::mutex mutex_;
    std::map<std::string, RunPointer, std::less<>> runs_;
};

/// How the audit log and notifications name a batch.
EntityRef refOfBatch(std::string_view id);

}  // namespace congvu::signingdesk
