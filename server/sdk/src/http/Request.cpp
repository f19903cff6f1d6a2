// SPDX-License-Identifier: Apache-2.0
#include "congvu/http/Request.h"

#include "congvu/error/AppError.h"

#include <charconv>

namespace congvu::http {

namespace {

constexpr std::int64_t kMaximumLimit = 200;

std::int64_t readLimit(std::string_view text) {
    std::int64_t limit = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, limit);
    if (error != std::errc{} || stop != end || limit < 1 || limit > kMaximumLimit) {
        throw AppError::invalidField("/limit", "out-of-range", {{"min", "1"}, {"max", std::to_string(kMaximumLimit)}});
    }
    return limit;
}

}  // namespace

db::PageRequest Request::page() const {
    db::PageRequest page;
    page.cursor = query("cursor").value_or("");
    if (const auto limit = query("limit"); limit && !limit->empty()) {
        page.limit = readLimit(*limit);
    }
    return page;
}

}  // namespace congvu::http
