// SPDX-License-Identifier: Apache-2.0
#include "markers/http/MarkerHandlers.h"

#include "entities/http/EntityPath.h"
#include "shared/domain/ItemList.h"

namespace congvu::core {

http::Response MarkerHandlers::list(const http::Request& request) const {
    return http::Response::json(ItemList<Marker>{markers_.list(request.caller())});
}

http::Response MarkerHandlers::create(const http::Request& request) const {
    return http::Response::json(markers_.create(request.caller(), request.body<MarkerInput>()), 201);
}

http::Response MarkerHandlers::change(const http::Request& request) const {
    markers_.requireOwn(request.caller(), request.path("id"));
    markers_.change(request.caller(), request.path("id"), request.body<MarkerInput>());
    return http::Response::noContent();
}

http::Response MarkerHandlers::remove(const http::Request& request) const {
    markers_.remove(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response MarkerHandlers::marked(const http::Request& request) const {
    const auto plugin = request.query("plugin").value_or("");
    const auto type = request.query("type").value_or("");
    return http::Response::json(ItemList<Marked>{markers_.marked(request.caller(), plugin, type)});
}

http::Response MarkerHandlers::choose(const http::Request& request) const {
    const auto entity = entityOfPath(request);
    access_.requireVisible(request.caller(), entity);
    markers_.choose(request.caller(), entity, request.body<MarkerChoice>());
    return http::Response::noContent();
}

}  // namespace congvu::core
