// SPDX-License-Identifier: Apache-2.0
#include "service/SignatureMaker.h"

#include "congvu/error/AppError.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/AppearancePreset.h"
#include "congvu/signing/pades/PadesSignature.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace congvu::signingdesk {

namespace {

signing::Rectangle rectangleOf(const Place& place) {
    return {place.x, place.y, place.width, place.height};
}

signing::Instant instantOf(Timestamp at) {
    return std::chrono::floor<std::chrono::seconds>(at);
}

/// "22/11/2026 14:03:05 +07:00": the claimed time as people in Viet Nam read it.
std::string displayTime(Timestamp at) {
    const auto text = toRfc3339(at + std::chrono::hours{7});
    return dayInVietnam(at).toDisplay() + " " + text.substr(11, 8) + " +07:00";
}

/// The whole signed file, at the level that a signature has before anything is added behind it.
SignatureMaker::Made joined(std::string_view document, const signing::Bytes& increment) {
    return {std::string{signing::textOf(signing::PadesSignature::join(signing::viewOf(document), increment))}, "B-B"};
}

}  // namespace

SignatureMaker::Made SignatureMaker::make(std::string_view document, const DeskRequest& request, const signing::Signer& signer,
                                          const std::string& imagePng, const std::optional<Place>& chosen) {
    auto prepared = prepare(document, request, {signer.certificate(), signer.chain(), signer.algorithm()}, imagePng, chosen);
    const auto value = signer.sign(prepared.toBeSigned);
    return joined(document, signing::PadesSignature::finish(std::move(prepared), value));
}

signing::PreparedSignature SignatureMaker::prepare(std::string_view document, const DeskRequest& request,
                                                   const signing::DeferredSigner& signer, const std::string& imagePng,
                                                   const std::optional<Place>& chosen) {
    return work_.run([&] {
        if (!request.attachmentOf.empty()) {
            return signing::PadesSignature::prepare(signing::viewOf(document), markedAttachment(document, request), signer);
        }
        if (request.signer == KeyOwner::agency) {
            requirePersonSignature(document);
        }
        return signing::PadesSignature::prepare(signing::viewOf(document), wantedSignature(request, signer.certificate, imagePng, chosen),
                                                signer);
    });
}

SignatureMaker::Made SignatureMaker::finish(std::string_view document, signing::PreparedSignature prepared, signing::ByteView value) {
    return joined(document, signing::PadesSignature::finish(signing::viewOf(document), std::move(prepared), value));
}

signing::SignatureRequest SignatureMaker::wantedSignature(const DeskRequest& request, const signing::Certificate& signer,
                                                          const std::string& imagePng, const std::optional<Place>& chosen) {
    const auto now = clock_.now();
    signing::SignatureRequest wanted;
    const auto place = chosen ? chosen : request.place;
    if (!chosen) {
        wanted.fieldName = request.fieldName;
    }
    if (place) {
        wanted.placement = signing::Placement{static_cast<std::size_t>(place->page), rectangleOf(*place)};
    }
    if (place || !wanted.fieldName.empty()) {
        wanted.appearance = appearance(signer, imagePng, now);
    }
    for (const auto& value : request.fields) {
        wanted.fills.push_back({value.field, value.text, value.italic ? fonts().italic : fonts().regular});
    }
    wanted.signingTime = instantOf(now);
    wanted.reason = request.reason;
    return wanted;
}

signing::SignatureRequest SignatureMaker::markedAttachment(std::string_view document, const DeskRequest& request) {
    signing::SignatureRequest wanted;
    wanted.signingTime = instantOf(clock_.now());
    wanted.reason = request.reason;
    signing::AppearancePreset::attachment(request.attachmentOf, fonts().regular).applyTo(wanted, signing::viewOf(document));
    return wanted;
}

SignatureMaker::Fonts SignatureMaker::fonts() {
    const std::lock_guard guard{mutex_};
    if (!fonts_) {
        const std::filesystem::path folder{settings_.text("signing.font_folder")};
        fonts_ =
            Fonts{signing::Font::load(folder / "LiberationSerif-Regular.ttf"), signing::Font::load(folder / "LiberationSerif-Italic.ttf")};
    }
    return *fonts_;
}

std::shared_ptr<const signing::Appearance> SignatureMaker::appearance(const signing::Certificate& signer, const std::string& imagePng,
                                                                      Timestamp at) {
    signing::AppearanceContent content;
    if (!imagePng.empty()) {
        // Decree 30/2020, App. I: the image alone, without text.
        content.imagePng.assign(imagePng.begin(), imagePng.end());
    } else {
        content.lines = {"Ký bởi: " + signer.commonName(), displayTime(at)};
        content.font = fonts().regular;
    }
    return signing::Appearance::make(content);
}

void SignatureMaker::requirePersonSignature(std::string_view document) {
    const auto report = roots_.validator()->validate(signing::viewOf(document), instantOf(clock_.now()));
    const bool isSigned = std::ranges::any_of(report.signatures, [](const signing::SignatureReport& one) {
        return one.integrity == signing::Integrity::intact && !one.isDocumentTimeStamp;
    });
    if (!isSigned) {
        throw AppError{ErrorKind::conflict, "signing.person-must-sign-first"};
    }
}

}  // namespace congvu::signingdesk
