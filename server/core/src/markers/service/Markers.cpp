// SPDX-License-Identifier: Apache-2.0
#include "markers/service/Markers.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"

namespace congvu::core {

std::vector<Marker> Markers::list(const http::Caller& caller) const {
    return db_.read([&](db::Reader& reader) { return repository_.ofPerson(reader, caller.personId); });
}

void Markers::requireOwn(const http::Caller& caller, std::string_view id) const {
    if (!db_.read([&](db::Reader& reader) { return repository_.has(reader, caller.personId, id); })) {
        throw AppError::notFound();
    }
}

Marker Markers::create(const http::Caller& caller, const MarkerInput& input) const {
    Marker marker{newId(), input.name, input.tone};
    db_.write([&](db::Tx& tx) {
        if (repository_.ofPerson(tx, caller.personId).size() >= kMostMarkers) {
            throw AppError(ErrorKind::conflict, "core.too-many-markers", {{"most", std::to_string(kMostMarkers)}});
        }
        if (!repository_.insert(tx, caller.personId, marker, clock_.now())) {
            throw AppError::invalidField("/name", "core.marker-name-taken");
        }
    });
    return marker;
}

void Markers::change(const http::Caller& caller, std::string_view id, const MarkerInput& input) const {
    const Marker marker{std::string{id}, input.name, input.tone};
    db_.write([&](db::Tx& tx) {
        if (!repository_.update(tx, caller.personId, marker)) {
            throw AppError::invalidField("/name", "core.marker-name-taken");
        }
    });
}

void Markers::remove(const http::Caller& caller, std::string_view id) const {
    db_.write([&](db::Tx& tx) {
        if (!repository_.has(tx, caller.personId, id)) {
            throw AppError::notFound();
        }
        repository_.remove(tx, caller.personId, id);
    });
}

std::vector<Marked> Markers::marked(const http::Caller& caller, std::string_view plugin, std::string_view type) const {
    if (!access_.isOffered(caller, plugin, type)) {
        return {};
    }
    return db_.read([&](db::Reader& reader) { return repository_.marked(reader, caller.personId, plugin, type); });
}

void Markers::choose(const http::Caller& caller, const EntityRef& entity, const MarkerChoice& choice) const {
    db_.write([&](db::Tx& tx) {
        static_cast<void>(access_.require(tx, caller, entity));
        repository_.clear(tx, caller.personId, entity);
        for (std::size_t index = 0; index < choice.markerIds.size(); ++index) {
            if (!repository_.has(tx, caller.personId, choice.markerIds[index])) {
                throw AppError::invalidField("/markerIds/" + std::to_string(index), "core.unknown-marker");
            }
            repository_.mark(tx, caller.personId, choice.markerIds[index], entity);
        }
        if (repository_.countMarked(tx, caller.personId, entity.plugin, entity.type) > kMostMarked) {
            throw AppError(ErrorKind::conflict, "core.too-many-marked", {{"most", std::to_string(kMostMarked)}});
        }
    });
}

}  // namespace congvu::core
