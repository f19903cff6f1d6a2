// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "search/service/SearchService.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and the common search.
class SearchHandlers {
public:
    explicit SearchHandlers(const SearchService& search) : search_(search) {}

    [[nodiscard]] http::Response find(const http::Request& request) const;

private:
    const SearchService& search_;
};

}  // namespace congvu::core
