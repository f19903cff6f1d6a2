// SPDX-License-Identifier: Apache-2.0
#include "service/Desk.h"

#include "congvu/error/AppError.h"
#include "service/DeskPort.h"
#include "service/SignedEvent.h"

namespace congvu::signingdesk {

RequestView viewOf(const DeskRequest& request) {
    return {request.id,        request.signer,    request.title,       request.subtitle, request.urgency,   request.submittedByName,
            request.link,      request.state,     request.level,       request.note,     request.fieldName, request.place,
            request.createdAt, request.decidedAt, request.attachmentOf};
}

db::Page<RequestView> Desk::list(const http::Caller& caller, RequestState state, const db::PageRequest& page) {
    const auto found = db_.read([&](db::Reader& reader) { return requests_.list(reader, caller, state, page); });
    db::Page<RequestView> views;
    for (const auto& request : found.items) {
        views.items.push_back(viewOf(request));
    }
    views.next = found.next;
    return views;
}

DeskRequest Desk::find(const http::Caller& caller, std::string_view id) {
    auto request = db_.read([&](db::Reader& reader) { return requests_.find(reader, caller, id); });
    if (!request) {
        throw AppError::notFound();
    }
    return std::move(*request);
}

files::StoredFile Desk::file(const http::Caller& caller, std::string_view id) {
    auto file = db_.read([&](db::Reader& reader) -> std::optional<files::StoredFile> {
        const auto request = requests_.find(reader, caller, id);
        return request ? files_.find(reader, request->signedFileId.value_or(request->fileId)) : std::nullopt;
    });
    if (!file) {
        throw AppError::notFound();
    }
    return std::move(*file);
}

void Desk::giveBack(const http::Caller& caller, std::string_view id, std::string_view note) {
    const auto request = find(caller, id);
    db_.write([&](db::Tx& tx) {
        mandates_.require(tx, caller, mandates::Act::sign, {request.unitId, request.documentType});
        if (!requests_.markReturned(tx, id, note, clock_.now())) {
            throw AppError{ErrorKind::conflict, "signing.already-decided"};
        }
        inbox_.complete(tx, refOfRequest(id), {});
        timeline_.append(tx, caller, request.entity, "signing.returned", note);
        audit_.record(tx, caller, "signing.returned", refOfRequest(id));
        const ReturnedEvent payload{request.id,
                                    {request.entity.plugin, request.entity.type, request.entity.id},
                                    std::string{note},
                                    caller.postId,
                                    caller.personName};
        events_.publish(tx, {"signing.request-returned.v1", request.entity, request.agencyId, caller.postId}, payload);
    });
}

}  // namespace congvu::signingdesk
