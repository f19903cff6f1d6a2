// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::host {

/// A route with its owner and its whole path.
struct RouteEntry {
    std::string plugin;   ///< "core", "host" or the id of a plugin
    std::string pattern;  ///< "/api/v1/incoming/documents/{id}"
    http::Route route;
    std::vector<std::string> parameterNames;
};

/// Values of a route's {parameters}, percent-decoded, in the order of RouteEntry::parameterNames.
using PathParameters = std::vector<std::string>;

/// What a request's path and method lead to.
struct RouteMatch {
    const RouteEntry* entry = nullptr;  ///< nothing matched when null
    PathParameters parameters;
    std::string allowedMethods;  ///< "GET, POST" when the path exists for other methods only
};

/// Finds the route of a request in one walk over its path segments. Routes are added and removed while the host starts or stops
/// plugins, before requests are served; matching is const and may run on any thread.
class Router {
public:
    Router();
    ~Router();

    /// Adds a route below `prefix` ("/api/v1/incoming"). Throws std::logic_error with one sentence when the path is malformed or taken.
    void add(std::string plugin, std::string_view prefix, http::Route route);
    /// Removes every route of a plugin that did not start.
    void removeAllOf(std::string_view plugin);

    /// A fixed segment wins over a {parameter}. A trailing slash matches nothing but its own route.
    [[nodiscard]] RouteMatch match(http::Method method, std::string_view path) const;
    /// All routes, ordered by pattern and method, for OpenAPI and the contribution check.
    [[nodiscard]] std::vector<const RouteEntry*> all() const;

private:
    struct Node;
    void insert(RouteEntry& entry);
    std::unique_ptr<Node> root_;
    std::vector<std::unique_ptr<RouteEntry>> entries_;
};

/// "GET", "POST" …
std::string_view methodName(http::Method method);

}  // namespace congvu::host
