// SPDX-License-Identifier: Apache-2.0
#include "service/DeskPort.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/ReservedFields.h"

#include <set>

namespace congvu::signingdesk {

namespace {

std::optional<Place> placeOf(const std::optional<ports::Placement>& placement) {
    if (!placement) {
        return std::nullopt;
    }
    return Place{placement->page, placement->x, placement->y, placement->width, placement->height};
}

signing::ReservedField reservedFieldOf(const ports::ReservedPlace& place) {
    signing::ReservedField field;
    field.name = place.field;
    field.kind = place.kind == ports::ReservedKind::text ? signing::ReservedKind::text : signing::ReservedKind::signature;
    field.placement = {static_cast<std::size_t>(place.placement.page),
                       {place.placement.x, place.placement.y, place.placement.width, place.placement.height}};
    field.label = place.label;
    field.fontSize = place.fontSize;
    field.face = place.style == ports::TextStyle::italic ? signing::TextFace::italic : signing::TextFace::regular;
    field.locks = place.locks;
    return field;
}

DeskRequest deskRequestOf(const ports::SignatureRequest& request, Timestamp now) {
    DeskRequest made;
    made.id = newId();
    made.entity = request.entity;
    made.agencyId = request.agencyId;
    made.signer = request.signerKind == ports::SignerKind::agency ? KeyOwner::agency : KeyOwner::person;
    made.signerPostId = made.signer == KeyOwner::agency ? std::string{} : request.signerPostId;
    made.fileId = request.file.id;
    made.fieldName = request.fieldName;
    made.place = placeOf(request.placement);
    for (const auto& value : request.fields) {
        made.fields.push_back({value.field, value.text, value.style == ports::TextStyle::italic});
    }
    made.title = request.title;
    made.subtitle = request.subtitle;
    made.urgency = request.urgency;
    made.submittedByName = request.submittedByName;
    made.link = request.link;
    made.mandateId = request.mandateId;
    made.unitId = request.unitId;
    made.documentType = request.documentType;
    made.attachmentOf = request.attachmentOf;
    made.createdAt = now;
    return made;
}

}  // namespace

EntityRef refOfRequest(std::string_view id) {
    return {"signing", "request", std::string{id}};
}

std::string_view workKindOf(KeyOwner signer) {
    return signer == KeyOwner::agency ? "signing.seal" : "signing.sign";
}

std::string DeskPort::request(db::Tx& tx, const http::Caller& by, const ports::SignatureRequest& request) {
    const auto made = deskRequestOf(request, clock_.now());
    requests_.insert(tx, made);
    createWork(tx, made);
    audit_.record(tx, by, "signing.requested", refOfRequest(made.id));
    return made.id;
}

void DeskPort::withdraw(db::Tx& tx, const EntityRef& entity) {
    for (const auto& id : requests_.openOfEntity(tx, entity)) {
        if (requests_.markWithdrawn(tx, id, clock_.now())) {
            inbox_.complete(tx, refOfRequest(id), {});
        }
    }
}

std::string DeskPort::reserve(std::string_view pdf, const std::vector<ports::ReservedPlace>& places) {
    std::vector<signing::ReservedField> fields;
    fields.reserve(places.size());
    for (const auto& place : places) {
        fields.push_back(reservedFieldOf(place));
    }
    try {
        return work_.run([&] { return std::string{signing::textOf(signing::ReservedFields::append(signing::viewOf(pdf), fields))}; });
    } catch (const signing::SigningError& error) {
        throw AppError{ErrorKind::conflict, "signing.error." + std::string{signing::nameOf(error.code())}};
    }
}

void DeskPort::createWork(db::Tx& tx, const DeskRequest& request) {
    inbox::NewWorkItem item;
    item.entity = refOfRequest(request.id);
    item.kind = workKindOf(request.signer);
    item.agencyId = request.agencyId;
    item.title = request.title;
    item.subtitle = request.subtitle;
    item.fromName = request.submittedByName;
    item.urgency = request.urgency;
    item.link = "/signing?request=" + request.id;
    item.unitId = request.unitId;
    item.documentType = request.documentType;
    if (request.signer == KeyOwner::person) {
        item.assignee = inbox::Assignee::post(request.signerPostId);
        inbox_.create(tx, item);
        return;
    }
    std::set<std::string> units;
    for (const auto& post : directory_.postsOfAgency(request.agencyId, "signing.seal")) {
        units.insert(post.unitId);
    }
    for (const auto& unit : units) {
        item.assignee = inbox::Assignee::unit(unit, "signing.seal");
        inbox_.create(tx, item);
    }
}

}  // namespace congvu::signingdesk
