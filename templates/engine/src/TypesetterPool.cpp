// SPDX-License-Identifier: Apache-2.0
#include "TypesetterPool.h"

namespace congvu::templates {

namespace {

/// More than this many are not kept when a burst is over.
constexpr std::size_t kMostIdle = 16;

}  // namespace

TypesetterPool::Loan TypesetterPool::lend() {
    std::unique_ptr<Typesetter> typesetter;
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            typesetter = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!typesetter) {
        typesetter = std::make_unique<Typesetter>(fonts_);
    }
    return Loan(*this, std::move(typesetter));
}

void TypesetterPool::takeBack(std::unique_ptr<Typesetter> typesetter) noexcept {
    const std::lock_guard lock(mutex_);
    if (idle_.size() < kMostIdle) {
        idle_.reserve(kMostIdle);
        idle_.push_back(std::move(typesetter));
    }
}

}  // namespace congvu::templates
