// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <utility>

namespace congvu::core {

/// An immutable value that many threads read and that is swapped as a whole. The lock is held for the copy of one pointer only.
template <class Value>
class SharedValue {
public:
    using Pointer = std::shared_ptr<const Value>;
    SharedValue() = default;
    explicit SharedValue(Pointer value) : value_(std::move(value)) {}

    [[nodiscard]] Pointer load() const {
        const std::shared_lock lock(mutex_);
        return value_;
    }
    void store(Pointer value) {
        const std::unique_lock lock(mutex_);
        value_.swap(value);  // the old value goes when the lock is gone
    }

private:
    mutable std::shared_mutex mutex_;
    Pointer value_;
};

}  // namespace congvu::core
