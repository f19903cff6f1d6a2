// SPDX-License-Identifier: Apache-2.0
#include "service/ReadVersions.h"

#include "congvu/error/AppError.h"
#include "domain/DraftText.h"

namespace congvu::outgoing {

namespace {

void requireConverted(const std::optional<OwnFile>& own) {
    if (own && own->state != OwnFileState::ready) {
        throw AppError{ErrorKind::conflict, "outgoing.own-file-not-ready"};
    }
}

}  // namespace

VersionText ReadVersions::text(const http::Caller& caller, std::string_view id, std::int64_t draftNumber) {
    const auto found = find(caller, id, draftNumber);
    requireConverted(found.own);
    if (found.own) {
        return {paragraphsOfText(found.ownText)};
    }
    return {paragraphsOfFields(services_.forms.formJson(found.formId).value_or("{}"), found.version.fields.text)};
}

VersionPages ReadVersions::pages(const http::Caller& caller, std::string_view id, std::int64_t draftNumber) {
    auto found = find(caller, id, draftNumber);
    requireConverted(found.own);
    if (found.own) {
        return {std::move(found.ownPdf), {}};
    }
    try {
        return {std::nullopt, services_.forms.render(found.formId, found.version.fields.text, forms::RenderPurpose::preview).pdf};
    } catch (const AppError& refused) {
        if (refused.kind() != ErrorKind::invalid && refused.kind() != ErrorKind::notFound) {
            throw;
        }
        // The values were kept as they were; nobody can mend them by asking for their picture.
        throw AppError{ErrorKind::conflict, "outgoing.version-not-printable"};
    }
}

ReadVersions::Found ReadVersions::find(const http::Caller& caller, std::string_view id, std::int64_t draftNumber) {
    return services_.db.read([&](db::Reader& reader) {
        const auto document = work_.require(reader, caller, id);
        auto version = work_.steps.version(reader, id, draftNumber);
        if (!version) {
            throw AppError::notFound();
        }
        Found found{document.formId, std::move(*version)};
        if (found.version.ownFileId) {
            found.own = work_.ownFiles.find(reader, *found.version.ownFileId);
            found.ownText = work_.ownFiles.text(reader, *found.version.ownFileId);
            found.ownPdf = found.own && found.own->pdfFileId ? services_.files.find(reader, *found.own->pdfFileId) : std::nullopt;
        }
        return found;
    });
}

}  // namespace congvu::outgoing
