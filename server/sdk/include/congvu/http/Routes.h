// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "congvu/json/Schema.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::http {

enum class Method { get, post, put, patch, del };

/// Who may call a route. Deny by default: a route without a permission must say signedIn or everyone itself. A plugin's routes for everyone
/// answer while the plugin is on for the root unit.
enum class Access { permission, signedIn, everyone };

/// Where the handler runs: on the bounded pool, or (for reads of well under a millisecond that never block) on the event loop.
enum class RunsOn { pool, loop };

using Handler = std::function<Response(const Request&)>;

/// One line of the route table: method, path below /api/v1/<plugin id>, who may call it, and what goes in and out (OpenAPI).
struct Route {
    Method method = Method::get;
    std::string path;  ///< "/documents/{id}"
    Access access = Access::permission;
    std::string permission;  ///< declared in the manifest
    std::string summary;
    std::size_t maxBodyBytes = 1024 * 1024;
    int callsPerMinute = 0;  ///< of one person; from one address where the route is for everyone; 0 for no limit
    RunsOn runsOn = RunsOn::pool;
    bool takesFiles = false;  ///< multipart/form-data
    std::string inputSchema;  ///< JSON Schema text, empty for none
    std::string outputSchema;
    Handler handler;

    static Route get(std::string path) { return {Method::get, std::move(path)}; }
    static Route post(std::string path) { return {Method::post, std::move(path)}; }
    static Route put(std::string path) { return {Method::put, std::move(path)}; }
    static Route patch(std::string path) { return {Method::patch, std::move(path)}; }
    static Route del(std::string path) { return {Method::del, std::move(path)}; }

    Route&& needs(std::string permissionId) && {
        permission = std::move(permissionId);
        return std::move(*this);
    }
    Route&& forSignedIn() && {
        access = Access::signedIn;
        return std::move(*this);
    }
    Route&& forEveryone() && {
        access = Access::everyone;
        return std::move(*this);
    }
    Route&& says(std::string text) && {
        summary = std::move(text);
        return std::move(*this);
    }
    Route&& acceptsFiles(std::size_t maxBytes) && {
        takesFiles = true;
        maxBodyBytes = maxBytes;
        return std::move(*this);
    }
    Route&& upTo(std::size_t maxBytes) && {
        maxBodyBytes = maxBytes;
        return std::move(*this);
    }
    /// More calls than that of one person, or from one address where everyone may call, are refused with 429 before their body is read.
    /// For routes that cost something.
    Route&& atMostPerMinute(int calls) && {
        callsPerMinute = calls;
        return std::move(*this);
    }
    Route&& onLoop() && {
        runsOn = RunsOn::loop;
        return std::move(*this);
    }
    template <class T>
    Route&& takes() && {
        inputSchema = json::schemaOf<T>();
        return std::move(*this);
    }
    template <class T>
    Route&& gives() && {
        outputSchema = json::schemaOf<T>();
        return std::move(*this);
    }
    Route&& by(Handler function) && {
        handler = std::move(function);
        return std::move(*this);
    }

private:
    Route(Method m, std::string p) : method(m), path(std::move(p)) {}
};

/// Adds routes of this plugin; the host closes them when the plugin stops and where it is off for the caller's unit.
class Routes {
public:
    virtual ~Routes() = default;
    /// Throws std::logic_error when the permission is not declared in the manifest or the path is taken.
    virtual void add(Route route) = 0;
};

}  // namespace congvu::http
