// SPDX-License-Identifier: Apache-2.0
#include "notes/http/NoteHandlers.h"

#include "entities/http/EntityPath.h"
#include "shared/domain/ItemList.h"

namespace congvu::core {

http::Response NoteHandlers::list(const http::Request& request) const {
    return http::Response::json(ItemList<NoteView>{notes_.list(request.caller(), entityOfPath(request))});
}

http::Response NoteHandlers::add(const http::Request& request) const {
    const auto entity = entityOfPath(request);
    access_.requireVisible(request.caller(), entity);
    return http::Response::json(notes_.add(request.caller(), entity, request.body<NoteInput>()), 201);
}

http::Response NoteHandlers::edit(const http::Request& request) const {
    notes_.requireOwn(request.caller(), request.path("id"));
    notes_.edit(request.caller(), request.path("id"), request.body<NoteInput>());
    return http::Response::noContent();
}

http::Response NoteHandlers::remove(const http::Request& request) const {
    notes_.remove(request.caller(), request.path("id"));
    return http::Response::noContent();
}

}  // namespace congvu::core
