// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "congvu/signing/Time.h"
#include "congvu/signing/net/Fetcher.h"

namespace congvu::signing {

/// CRLs in memory by address, each until its nextUpdate. Bounded; the oldest go first. Safe to use from several threads.
class CrlCache {
public:
    explicit CrlCache(std::size_t largestTotal = 128u << 20) : largestTotal_(largestTotal) {}

    /// The list of this address if it still counts at `now`; null otherwise.
    std::shared_ptr<const Bytes> find(const std::string& url, Instant now);
    void put(const std::string& url, std::shared_ptr<const Bytes> list, Instant nextUpdate);

private:
    struct Entry {
        std::string url;
        std::shared_ptr<const Bytes> list;
        Instant nextUpdate;
    };
    std::mutex mutex_;
    std::list<Entry> entries_;
    std::size_t largestTotal_;
    std::size_t total_ = 0;
};

/// Fetches CRLs (RFC 5280, 4.2.1.13: DER over http).
class CrlClient {
public:
    CrlClient(Fetcher& fetcher, CrlCache& cache, std::chrono::seconds timeout = std::chrono::seconds{60})
        : fetcher_(fetcher), cache_(cache), timeout_(timeout) {}

    /// The CRL (DER) of `url`, from the cache while its nextUpdate lies after `now`. Its form has been checked; its
    /// signature and times have not. Throws SigningError: networkUnavailable, revocationInvalid, invalidArgument.
    Bytes fetch(const std::string& url, Instant now);

private:
    Fetcher& fetcher_;
    CrlCache& cache_;
    std::chrono::seconds timeout_;
};

}  // namespace congvu::signing
