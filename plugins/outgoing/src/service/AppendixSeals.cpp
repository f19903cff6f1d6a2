// SPDX-License-Identifier: Apache-2.0
#include "service/AppendixSeals.h"

#include "congvu/error/AppError.h"
#include "congvu/ports/SigningDesk.h"
#include "domain/MandateSubject.h"

#include <algorithm>

namespace congvu::outgoing {

namespace {

EntityRef refOfAppendix(const Appendix& appendix) {
    return {"outgoing", std::string{kAppendixType}, appendix.fileId};
}

ports::SignatureRequest sealRequest(const OutgoingDocument& document, const Appendix& appendix, const files::StoredFile& file) {
    ports::SignatureRequest request;
    request.entity = refOfAppendix(appendix);
    request.agencyId = document.agencyId;
    request.signerKind = ports::SignerKind::agency;
    request.file = file;
    request.title = appendix.title;
    request.subtitle = document.numberAndSymbol;
    request.urgency = document.urgency;
    request.link = linkOf(document);
    request.unitId = document.unitId;
    request.documentType = mandateTypeOf(document);
    request.attachmentOf = document.numberAndSymbol;
    return request;
}

bool isInTheHouse(const OutgoingDocument& document) {
    return document.state == DocumentState::numbered || document.state == DocumentState::sealed;
}

}  // namespace

int AppendixSeals::ask(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& document) const {
    int asked = 0;
    for (auto& appendix : work_.appendices.of(tx, document.id)) {
        if (!appendix.lacksSeal() || appendix.requestId) {
            continue;
        }
        const auto desk = services_.ports.find<ports::SigningDesk>();
        const auto file = services_.files.find(tx, appendix.fileId);
        if (!desk || !file) {
            throw AppError{ErrorKind::unavailable, "outgoing.no-signing-desk"};
        }
        auto request = sealRequest(document, appendix, *file);
        request.submittedByName = caller.personName;
        appendix.requestId = desk->request(tx, caller, request);
        work_.appendices.setSeal(tx, document.id, appendix);
        ++asked;
    }
    return asked;
}

void AppendixSeals::forget(db::Tx& tx, const OutgoingDocument& document) const {
    const auto desk = services_.ports.find<ports::SigningDesk>();
    for (auto& appendix : work_.appendices.of(tx, document.id)) {
        if (desk && appendix.requestId) {
            desk->withdraw(tx, refOfAppendix(appendix));
        }
        appendix.requestId.reset();
        appendix.sealedFileId.reset();
        work_.appendices.setSeal(tx, document.id, appendix);
    }
}

std::optional<std::string> AppendixSeals::openRequest(db::Reader& reader, std::string_view documentId) const {
    const auto appendices = work_.appendices.of(reader, documentId);
    const auto open = std::ranges::find_if(appendices, [](const Appendix& appendix) { return appendix.requestId.has_value(); });
    return open == appendices.end() ? std::nullopt : open->requestId;
}

void AppendixSeals::sealArrived(std::string_view fileId, std::string_view requestId, const std::string& signerPostId,
                                const files::StoredFile& file) {
    services_.db.write([&](db::Tx& tx) {
        auto found = waiting(tx, fileId, requestId);
        if (!found) {
            return;  // delivered twice, or overtaken by a later act
        }
        auto& [document, appendix] = *found;
        const auto original = services_.files.find(tx, appendix.fileId);
        const auto stored = services_.files.record(tx, {file.sha256, file.sizeBytes}, original ? original->name : file.name, file.mediaType,
                                                   refOf(document));
        appendix.sealedFileId = stored.id;
        appendix.requestId.reset();
        work_.appendices.setSeal(tx, document.id, appendix);
        const auto signer = work_.callerOfPost(signerPostId);
        services_.timeline.append(tx, signer, refOf(document), "outgoing.appendix-sealed", appendix.title);
        if (document.state == DocumentState::sealed && work_.appendices.unsealed(tx, document.id) == 0) {
            work_.askClerks(tx, document, "outgoing.issue", signer.personName);
        }
        work_.keep(tx, document);
    });
}

void AppendixSeals::sealReturned(std::string_view fileId, std::string_view requestId, const std::string& postId) {
    services_.db.write([&](db::Tx& tx) {
        auto found = waiting(tx, fileId, requestId);
        if (!found) {
            return;  // delivered twice, or overtaken by a later act
        }
        auto& [document, appendix] = *found;
        appendix.requestId.reset();
        work_.appendices.setSeal(tx, document.id, appendix);
        const auto clerk = work_.callerOfPost(postId);
        work_.askClerks(tx, document, "outgoing.seal", clerk.personName);
        work_.keep(tx, document);
    });
}

void AppendixSeals::fileExtended(std::string_view fileId, std::string_view fromSha256, const files::StoredFile& file) {
    services_.db.write([&](db::Tx& tx) {
        const auto documentId = work_.appendices.documentOf(tx, fileId);
        auto document = documentId ? work_.documents.findForSystem(tx, *documentId) : std::nullopt;
        auto appendices = document ? work_.appendices.of(tx, document->id) : std::vector<Appendix>{};
        const auto appendix = std::ranges::find(appendices, fileId, &Appendix::fileId);
        const auto current = appendix != appendices.end() && appendix->sealedFileId ? services_.files.find(tx, *appendix->sealedFileId)
                                                                                    : std::optional<files::StoredFile>{};
        if (!current || current->sha256 != fromSha256) {
            return;  // delivered twice, or overtaken by a later act
        }
        const auto stored = services_.files.record(tx, {file.sha256, file.sizeBytes}, current->name, file.mediaType, refOf(*document));
        appendix->sealedFileId = stored.id;
        work_.appendices.setSeal(tx, document->id, *appendix);
        work_.keep(tx, *document);
    });
}

std::optional<AppendixSeals::Found> AppendixSeals::waiting(db::Reader& reader, std::string_view fileId, std::string_view requestId) const {
    const auto documentId = work_.appendices.documentOf(reader, fileId);
    auto document = documentId ? work_.documents.findForSystem(reader, *documentId) : std::nullopt;
    if (!document || !isInTheHouse(*document)) {
        return std::nullopt;
    }
    for (auto& appendix : work_.appendices.of(reader, document->id)) {
        if (appendix.fileId == fileId && appendix.requestId == std::string{requestId}) {
            return Found{std::move(*document), std::move(appendix)};
        }
    }
    return std::nullopt;
}

}  // namespace congvu::outgoing
