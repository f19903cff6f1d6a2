// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <utility>

namespace congvu::incoming {

/// One at a time: recognition takes a whole processor, and the pool of background threads is everybody's. Who comes while somebody has the
/// turn goes away; that something was asked for is told to who ends it. Thread-safe.
class RecognitionTurn {
public:
    /// True for who has the turn now.
    bool begin() {
        const std::lock_guard lock{mutex_};
        isAskedAgain_ = isTaken_;
        return !std::exchange(isTaken_, true);
    }
    /// Gives the turn back. True when somebody has asked meanwhile.
    bool end() {
        const std::lock_guard lock{mutex_};
        isTaken_ = false;
        return std::exchange(isAskedAgain_, false);
    }

private:
    std::mutex mutex_;
    bool isTaken_ = false;
    bool isAskedAgain_ = false;
};

}  // namespace congvu::incoming
