// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lists/service/ListFiles.h"
#include "lists/service/SavedSearches.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and what a person has arranged for lists.
class ListHandlers {
public:
    ListHandlers(const SavedSearches& searches, ListFiles& files) : searches_(searches), files_(files) {}

    [[nodiscard]] http::Response searches(const http::Request& request) const;
    [[nodiscard]] http::Response counts(const http::Request& request) const;
    [[nodiscard]] http::Response save(const http::Request& request) const;
    [[nodiscard]] http::Response order(const http::Request& request) const;
    [[nodiscard]] http::Response rename(const http::Request& request) const;
    [[nodiscard]] http::Response remove(const http::Request& request) const;
    [[nodiscard]] http::Response options(const http::Request& request) const;
    [[nodiscard]] http::Response chooseColumns(const http::Request& request) const;
    [[nodiscard]] http::Response file(const http::Request& request) const;

private:
    const SavedSearches& searches_;
    ListFiles& files_;
};

}  // namespace congvu::core
