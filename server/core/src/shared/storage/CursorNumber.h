// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/error/AppError.h"

#include <charconv>
#include <cstdint>
#include <string>

namespace congvu::core {

/// A whole number of a cursor; AppError invalid "/cursor" for anything else.
inline std::int64_t cursorNumber(const std::string& text) {
    std::int64_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || result.ec != std::errc{} || result.ptr != text.data() + text.size()) {
        throw AppError::invalidField("/cursor", "bad-cursor");
    }
    return value;
}

}  // namespace congvu::core
