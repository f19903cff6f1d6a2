// SPDX-License-Identifier: Apache-2.0
#include "service/DocumentOutlines.h"

#include "congvu/error/AppError.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/FormFields.h"
#include "service/DocumentVerification.h"

namespace congvu::signingdesk {

namespace {

std::string kindName(signing::FormFieldKind kind) {
    switch (kind) {
        case signing::FormFieldKind::text:
            return "text";
        case signing::FormFieldKind::signature:
            return "signature";
        case signing::FormFieldKind::other:
            return "other";
    }
    return "other";
}

Outline outlineOf(const std::filesystem::path& file) {
    const auto bytes = readWholeFile(file);
    try {
        const auto read = signing::DocumentOutline::read(signing::viewOf(bytes));
        Outline outline;
        for (const auto& page : read.pages) {
            outline.pages.push_back({page.width, page.height});
        }
        for (const auto& one : read.fields) {
            const auto& box = one.rectangle;
            outline.fields.push_back({one.name,
                                      kindName(one.kind),
                                      one.signedOrFilled,
                                      {static_cast<std::int64_t>(one.page), box.x, box.y, box.width, box.height}});
        }
        return outline;
    } catch (const signing::SigningError& error) {
        throw AppError{ErrorKind::conflict, "signing.error." + std::string{signing::nameOf(error.code())}};
    }
}

}  // namespace

Outline DocumentOutlines::read(const std::filesystem::path& file) {
    return work_.run([&] { return outlineOf(file); });
}

}  // namespace congvu::signingdesk
