// SPDX-License-Identifier: Apache-2.0
#include "service/BoundedWork.h"

#include "congvu/error/AppError.h"

namespace congvu::signingdesk {

void BoundedWork::enter() {
    std::unique_lock lock{mutex_};
    if (free_ == 0) {
        if (waiting_ == mostWaiting_) {
            throw AppError{ErrorKind::unavailable, "signing.busy"};
        }
        ++waiting_;
        left_.wait(lock, [this] { return free_ > 0; });
        --waiting_;
    }
    --free_;
}

void BoundedWork::leave() {
    {
        const std::lock_guard lock{mutex_};
        ++free_;
    }
    left_.notify_one();
}

}  // namespace congvu::signingdesk
