// SPDX-License-Identifier: Apache-2.0
#include "service/OwnFiles.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "domain/OwnFileRules.h"
#include "domain/ReservedNames.h"
#include "service/OfficePackage.h"

#include <algorithm>

namespace congvu::outgoing {

namespace {

void checkChosenPlaces(const PlacesInput& input, const OwnFile& own) {
    for (std::size_t index = 0; index < input.places.size(); ++index) {
        const auto& place = input.places[index];
        const auto pointer = "/places/" + std::to_string(index);
        if (const auto problem = placeProblem(place, own.pages); !problem.empty()) {
            throw AppError::invalidField(pointer, std::string{problem});
        }
        if (std::ranges::count(input.places, place.field, &FieldPlace::field) > 1) {
            throw AppError::invalidField(pointer, "outgoing.own-file-place-twice");
        }
    }
    const OwnFilePlaces chosen{input.places, own.places.printedYear};
    const bool isWholeLine = placeOf(chosen, kDateField) != nullptr;
    if (isWholeLine && (placeOf(chosen, kDayField) != nullptr || placeOf(chosen, kMonthField) != nullptr)) {
        // Day and month would be written twice.
        throw AppError::invalidField("/places", "outgoing.own-file-place-twice");
    }
}

}  // namespace

void OwnFiles::put(const http::Caller& caller, std::string_view id, const files::UploadedFile& upload) {
    services_.db.read([&](db::Reader& reader) { return requireBody(reader, caller, id).id; });
    const auto format = officeFormatOf(upload);
    const auto placed = services_.files.place(upload);
    services_.db.write([&](db::Tx& tx) {
        auto document = requireBody(tx, caller, id);
        const auto stored = services_.files.record(tx, placed, upload.name, upload.mediaType, refOf(document));
        OwnFile own;
        own.id = newId();
        own.documentId = document.id;
        own.sourceFileId = stored.id;
        own.format = format;
        own.createdAt = services_.clock.now();
        work_.ownFiles.insert(tx, own);
        document.ownFileId = own.id;
        keepVersion(tx, caller, document, stored.name);
        work_.note(tx, caller, document, "outgoing.own-file-put", stored.name,
                   R"({"version":)" + std::to_string(document.draftNumber) + "}");
    });
    conversion_.runSoon();
}

void OwnFiles::remove(const http::Caller& caller, std::string_view id) {
    services_.db.write([&](db::Tx& tx) {
        auto document = requireBody(tx, caller, id);
        static_cast<void>(requireOwn(tx, document));
        document.ownFileId.reset();
        keepVersion(tx, caller, document, {});
        work_.note(tx, caller, document, "outgoing.own-file-removed", {}, R"({"version":)" + std::to_string(document.draftNumber) + "}");
    });
}

void OwnFiles::place(const http::Caller& caller, std::string_view id, const PlacesInput& input) {
    services_.db.write([&](db::Tx& tx) {
        auto document = requireBody(tx, caller, id);
        const auto own = requireOwn(tx, document);
        if (own.state != OwnFileState::ready) {
            throw AppError{ErrorKind::conflict, "outgoing.own-file-not-ready"};
        }
        checkChosenPlaces(input, own);
        work_.ownFiles.setPlaces(tx, own.id, {input.places, own.places.printedYear});
        work_.keep(tx, document);
        work_.note(tx, caller, document, "outgoing.own-file-placed");
    });
}

void OwnFiles::again(const http::Caller& caller, std::string_view id) {
    services_.db.write([&](db::Tx& tx) {
        const auto document = requireBody(tx, caller, id);
        const auto own = requireOwn(tx, document);
        if (own.state != OwnFileState::failed) {
            throw AppError{ErrorKind::conflict, "outgoing.not-now"};
        }
        work_.ownFiles.again(tx, own.id, services_.clock.now());
        work_.refresh(tx, document);
        work_.note(tx, caller, document, "outgoing.own-file-again");
    });
    conversion_.runSoon();
}

OutgoingDocument OwnFiles::requireBody(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    auto document = work_.requireAct(reader, caller, id, "edit");
    if (document.state == DocumentState::toSign) {
        throw AppError{ErrorKind::conflict, "outgoing.not-now"};
    }
    return document;
}

OwnFile OwnFiles::requireOwn(db::Reader& reader, const OutgoingDocument& document) const {
    auto own = document.ownFileId ? work_.ownFiles.find(reader, *document.ownFileId) : std::nullopt;
    if (!own) {
        throw AppError::notFound();
    }
    return std::move(*own);
}

void OwnFiles::keepVersion(db::Tx& tx, const http::Caller& caller, OutgoingDocument& document, std::string_view note) const {
    ++document.draftNumber;
    work_.keep(tx, document);
    work_.steps.addVersion(tx, document.id,
                           {document.draftNumber, document.fields, caller.personName, caller.postTitle, std::string{note},
                            services_.clock.now(), document.ownFileId},
                           caller.postId);
}

std::optional<OwnFileView> ownFileView(db::Reader& reader, files::FileStore& files, const OwnFileRepository& ownFiles,
                                       const OutgoingDocument& document) {
    auto own = document.ownFileId ? ownFiles.find(reader, *document.ownFileId) : std::nullopt;
    if (!own) {
        return std::nullopt;
    }
    OwnFileView view;
    view.id = own->id;
    view.state = own->state;
    view.ahead = own->state == OwnFileState::waiting ? ownFiles.ahead(reader, own->id) : 0;
    view.problem = own->problem;
    view.source = files.find(reader, own->sourceFileId);
    view.pdf = own->pdfFileId ? files.find(reader, *own->pdfFileId) : std::nullopt;
    view.pages = own->pages;
    view.lacking = own->state == OwnFileState::ready ? placesProblem(own->places) : std::string_view{};
    view.findings = std::move(own->findings);
    view.printedYear = own->places.printedYear;
    view.places = std::move(own->places.fields);
    return view;
}

}  // namespace congvu::outgoing
