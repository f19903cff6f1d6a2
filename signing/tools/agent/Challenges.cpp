// SPDX-License-Identifier: Apache-2.0
#include "agent/Challenges.h"

#include <algorithm>

#include "crypto/OpenSsl.h"

#include <openssl/rand.h>

namespace congvu::signing::tool {

std::string Challenges::issue(const std::string& origin, Time now) {
    constexpr std::size_t kMost = 64;
    Bytes random(32);
    crypto::require(RAND_bytes(random.data(), static_cast<int>(random.size())) == 1, ErrorCode::cryptoFailure, "no random bytes");
    const std::scoped_lock lock(mutex_);
    std::erase_if(issued_, [now](const auto& entry) { return entry.second.at + kLife <= now; });
    if (issued_.size() >= kMost) {
        issued_.erase(std::min_element(issued_.begin(), issued_.end(),
                                       [](const auto& left, const auto& right) { return left.second.at < right.second.at; }));
    }
    std::string challenge = crypto::toHex(random);
    issued_[challenge] = {origin, now};
    return challenge;
}

bool Challenges::take(const std::string& challenge, const std::string& origin, Time now) {
    const std::scoped_lock lock(mutex_);
    const auto found = issued_.find(challenge);
    if (found == issued_.end()) {
        return false;
    }
    const bool isGood = found->second.origin == origin && now < found->second.at + kLife;
    issued_.erase(found);
    return isGood;
}

}  // namespace congvu::signing::tool
