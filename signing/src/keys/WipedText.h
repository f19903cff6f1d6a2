// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "congvu/signing/keys/SecretText.h"

namespace congvu::signing::keys {

/// Text that grows in locked memory: a request or an answer with PINs and tokens in it. What it outgrows is wiped.
class WipedText {
public:
    using Ch = char;  ///< RapidJSON writes into it

    WipedText() : memory_(kFirstSize) {}

    void Put(char letter) { append({&letter, 1}); }
    static void Flush() {}

    void append(std::string_view text) {
        text.copy(room(text.size()), text.size());
        size_ += text.size();
    }
    /// At least `size` bytes after the end; what is written there counts after `grow`.
    char* room(std::size_t size) {
        if (size > memory_.size() - size_) {
            SecretText larger(std::max(memory_.size() * 2, size_ + size));
            view().copy(larger.data(), size_);
            memory_ = std::move(larger);
        }
        return memory_.data() + size_;
    }
    void grow(std::size_t size) { size_ += size; }
    void removePrefix(std::size_t size) {
        std::copy(memory_.data() + size, memory_.data() + size_, memory_.data());
        truncate(size_ - size);
    }
    void truncate(std::size_t size) { size_ = std::min(size, size_); }

    std::string_view view() const { return {memory_.view().data(), size_}; }
    std::size_t size() const { return size_; }

private:
    static constexpr std::size_t kFirstSize = 4096;
    SecretText memory_;
    std::size_t size_ = 0;
};

}  // namespace congvu::signing::keys
