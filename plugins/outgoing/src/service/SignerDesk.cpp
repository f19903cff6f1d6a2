// SPDX-License-Identifier: Apache-2.0
#include "service/SignerDesk.h"

#include "congvu/error/AppError.h"
#include "congvu/ports/SigningDesk.h"
#include "domain/FormFields.h"
#include "domain/MandateSubject.h"
#include "domain/NumberSymbol.h"
#include "domain/ReservedNames.h"
#include "service/RenderFields.h"

namespace congvu::outgoing {

namespace {

std::shared_ptr<ports::SigningDesk> requireDesk(const ports::Ports& ports) {
    auto desk = ports.find<ports::SigningDesk>();
    if (!desk) {
        throw AppError{ErrorKind::unavailable, "outgoing.no-signing-desk"};
    }
    return desk;
}

ports::SignatureRequest requestFor(const OutgoingDocument& document, const files::StoredFile& file) {
    ports::SignatureRequest request;
    request.entity = refOf(document);
    request.agencyId = document.agencyId;
    request.signerPostId = document.signerPostId;
    request.file = file;
    request.fieldName = kPersonField;
    request.title = document.subject;
    request.subtitle = document.numberAndSymbol.empty() ? document.typeName : document.numberAndSymbol;
    request.urgency = document.urgency;
    request.submittedByName = document.drafterName;
    request.link = linkOf(document);
    request.unitId = document.unitId;
    request.documentType = mandateTypeOf(document);
    return request;
}

std::string draftFileName(const OutgoingDocument& document) {
    return document.formId + ".pdf";
}

}  // namespace

SignerDesk::LaidOut SignerDesk::layOut(const OutgoingDocument& document) const {
    signers_.checkAuthority(document, services_.clock.now());
    if (document.ownFileId) {
        const auto post = services_.directory.post(document.signerPostId);
        return ownFile(document, post ? post->personName : document.signerName);
    }
    return rendered(document, signers_.printedFields(document.formId, document.fields.text, document.signerPostId));
}

SignerDesk::LaidOut SignerDesk::layOutFor(const OutgoingDocument& document, const mandates::MandateInfo& mandate) const {
    if (document.ownFileId) {
        return ownFile(document, mandate.substituteName);
    }
    return rendered(document, signers_.printedByMandate(document.formId, document.fields.text, mandate));
}

SignerDesk::LaidOut SignerDesk::rendered(const OutgoingDocument& document, const std::string& fields) const {
    const auto made = renderFields(services_.forms, document.formId, fields, forms::RenderPurpose::final);
    return {services_.files.place(std::string_view{made.pdf}), made.pages};
}

SignerDesk::LaidOut SignerDesk::ownFile(const OutgoingDocument& document, std::string_view signerName) const {
    const auto made = ownFiles_.layOut(document, signerName);
    return {services_.files.place(std::string_view{made.pdf}), made.pages};
}

void SignerDesk::replaceRequest(db::Tx& tx, const http::Caller& caller, OutgoingDocument& document, const LaidOut& laidOut,
                                const std::string& mandateId) const {
    const auto desk = requireDesk(services_.ports);
    desk->withdraw(tx, refOf(document));
    const auto file = services_.files.record(tx, laidOut.content, draftFileName(document), "application/pdf", refOf(document));
    work_.dispatch.addRevision(tx, document.id, "rendered", file.id, services_.clock.now());
    document.fileId = file.id;
    document.pages = laidOut.pages;
    auto request = requestFor(document, file);
    request.mandateId = mandateId;
    document.requestId = desk->request(tx, caller, request);
    document.signingMandateId = mandateId;
    if (const auto post = services_.directory.post(document.signerPostId); post && mandateId.empty()) {
        document.signerName = post->personName;
        document.signerTitle = post->title;
    }
    work_.signingMandates.set(tx, document.id, mandateId);
    work_.documents.grant(tx, document.id, "post:" + document.signerPostId);
}

void SignerDesk::requestSeal(db::Tx& tx, const http::Caller& caller, OutgoingDocument& document) const {
    const auto desk = requireDesk(services_.ports);
    const auto file = services_.files.find(tx, document.fileId.value_or(std::string{}));
    if (!file || !document.number || !document.documentDate) {
        throw AppError{ErrorKind::conflict, "outgoing.not-now"};
    }
    auto request = requestFor(document, *file);
    request.signerKind = ports::SignerKind::agency;
    request.signerPostId.clear();
    request.fieldName = kSealField;
    request.submittedByName = caller.personName;
    request.fields = ownFiles_.issueTexts(tx, document);
    if (!document.ownFileId) {
        const auto date = placeAndDate(textMember(document.fields.text, "place"), *document.documentDate);
        request.fields = {{std::string{kNumberField}, displayNumber(*document.number), ports::TextStyle::regular},
                          {std::string{kDateField}, date, ports::TextStyle::italic}};
    }
    document.requestId = desk->request(tx, caller, request);
}

void SignerDesk::withdraw(db::Tx& tx, OutgoingDocument& document) const {
    // Without a signing desk there is no open request either, and nobody must be kept from taking his draft back.
    if (const auto desk = services_.ports.find<ports::SigningDesk>()) {
        desk->withdraw(tx, refOf(document));
    }
    document.requestId.reset();
}

}  // namespace congvu::outgoing
