// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/IncomingRequest.h"
#include "http/OutgoingResponse.h"

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/files/FileStore.h"
#include "congvu/http/Caller.h"
#include "congvu/http/Response.h"
#include "congvu/time/Clock.h"

#include <mutex>
#include <string>
#include <unordered_map>

namespace congvu::host {

/// Answers with a file of the store: conditional by its SHA-256, whole or one range (RFC 9110 §14), and never before the reading stands
/// in the audit. A viewer that fetches one file in many ranges is one reading: a session's next reading of the same file is recorded
/// again after ten minutes.
class FileDelivery {
public:
    FileDelivery(db::Db& db, files::FileStore& store, audit::Audit& audit, Clock& clock);

    /// Blocks on the writer for the audit row: call it on the pool.
    [[nodiscard]] OutgoingResponse deliver(const IncomingRequest& request, const http::Caller& caller,
                                           const http::Response::FileBody& body);

private:
    void recordReading(const http::Caller& caller, const http::Response::FileBody& body);
    [[nodiscard]] bool isRecordedAlready(const std::string& key);

    db::Db& db_;
    files::FileStore& store_;
    audit::Audit& audit_;
    Clock& clock_;
    std::mutex mutex_;
    std::unordered_map<std::string, Timestamp> recent_;  ///< bounded, see kRememberedReadings
};

}  // namespace congvu::host
