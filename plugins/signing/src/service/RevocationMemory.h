// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/trust/RevocationSource.h"
#include "congvu/time/Clock.h"

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace congvu::signingdesk {

/// What is known about the revocation of certificates that documents brought along. Whoever verifies a document gets an answer from memory
/// and never waits for a responder; what is missing or an hour old is fetched by a background job, and the next verification has it. The
/// validator asks only about certificates of trusted chains, so only their addresses are visited. Thread-safe.
class RevocationMemory : public signing::RevocationSource {
public:
    explicit RevocationMemory(Clock& clock) : clock_(clock) {}

    /// From memory. Throws signing::SigningError(revocationUnavailable) for what is not known yet.
    signing::RevocationAnswer ask(const signing::Certificate& certificate, const std::optional<signing::Certificate>& issuer,
                                  signing::Instant now) override;
    /// Asks \p online for what is wanted, at most kFetchesInARun certificates; for background work by one thread. How many answers came.
    int fetch(signing::RevocationSource& online);

    static constexpr std::size_t kMostCertificates = 5'000;
    static constexpr std::size_t kFetchesInARun = 10;

private:
    struct Entry {
        signing::Certificate certificate;
        std::optional<signing::Certificate> issuer;
        std::optional<signing::RevocationAnswer> answer;
        Timestamp askAgainAt;  ///< not before
        bool isWanted = true;
    };
    using Key = std::pair<std::string, std::string>;  ///< fingerprints of certificate and issuer

    [[nodiscard]] std::vector<std::pair<Key, Entry>> wanted();
    void keep(const Key& key, std::optional<signing::RevocationAnswer> answer);

    Clock& clock_;
    std::mutex mutex_;
    std::map<Key, Entry> entries_;
};

}  // namespace congvu::signingdesk
