// SPDX-License-Identifier: Apache-2.0
#include "FakeSigningDesk.h"

#include "congvu/error/AppError.h"

namespace congvu::outgoing {

std::string FakeSigningDesk::request(db::Tx&, const http::Caller&, const ports::SignatureRequest& request) {
    if (isBroken_) {
        throw AppError{ErrorKind::unavailable, "unavailable"};
    }
    asked_.push_back({"request-" + std::to_string(asked_.size() + 1), request, true});
    return asked_.back().id;
}

void FakeSigningDesk::withdraw(db::Tx&, const EntityRef& entity) {
    for (auto& one : asked_) {
        if (one.request.entity.id == entity.id) {
            one.isOpen = false;
        }
    }
}

std::vector<FakeSigningDesk::Asked> FakeSigningDesk::open() const {
    std::vector<Asked> found;
    for (const auto& one : asked_) {
        if (one.isOpen) {
            found.push_back(one);
        }
    }
    return found;
}

void FakeSigningDesk::close(const std::string& id) {
    for (auto& one : asked_) {
        one.isOpen = one.isOpen && one.id != id;
    }
}

std::string FakeSigningDesk::reserve(std::string_view pdf, const std::vector<ports::ReservedPlace>& places) {
    reserved_ = places;
    std::string prepared{pdf};
    for (const auto& place : places) {
        prepared += "\n% reserved " + place.field;
    }
    return prepared;
}

}  // namespace congvu::outgoing
