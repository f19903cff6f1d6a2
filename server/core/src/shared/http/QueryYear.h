// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/error/AppError.h"
#include "congvu/http/Request.h"

#include <charconv>
#include <optional>

namespace congvu::core {

/// The query parameter `year`, 2000 to 2200; AppError invalid for anything else.
inline std::optional<int> queryYear(const http::Request& request) {
    const auto text = request.query("year");
    if (!text) {
        return std::nullopt;
    }
    int year = 0;
    const auto result = std::from_chars(text->data(), text->data() + text->size(), year);
    if (result.ec != std::errc{} || result.ptr != text->data() + text->size() || year < 2000 || year > 2200) {
        throw AppError::invalidField("/year", "out-of-range", {{"min", "2000"}, {"max", "2200"}});
    }
    return year;
}

}  // namespace congvu::core
