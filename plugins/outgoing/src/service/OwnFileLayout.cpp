// SPDX-License-Identifier: Apache-2.0
#include "service/OwnFileLayout.h"

#include "congvu/error/AppError.h"
#include "congvu/text/Text.h"
#include "domain/FormFields.h"
#include "domain/NumberSymbol.h"
#include "domain/OwnFileRules.h"
#include "domain/ReservedNames.h"

#include <algorithm>
#include <cctype>

namespace congvu::outgoing {

namespace {

constexpr std::int64_t kLargestForSigning = std::int64_t{50} << 20U;

/// "Số:      /QĐ- UBND" and "/QĐ-UBND" are the same symbol.
std::string withoutBlanks(std::string_view text) {
    std::string dense;
    dense.reserve(text.size());
    std::ranges::copy_if(text, std::back_inserter(dense), [](unsigned char letter) { return std::isspace(letter) == 0; });
    return dense;
}

std::string labelOf(std::string_view field) {
    if (field == kPersonField) {
        return "Chữ ký của người có thẩm quyền";
    }
    if (field == kSealField) {
        return "Chữ ký số của cơ quan";
    }
    return field == kNumberField ? "Số của văn bản" : "Thời gian ban hành";
}

ports::ReservedPlace reservedPlaceOf(const FieldPlace& place) {
    ports::ReservedPlace reserved;
    reserved.field = place.field;
    reserved.kind = isTextField(place.field) ? ports::ReservedKind::text : ports::ReservedKind::signature;
    reserved.label = labelOf(place.field);
    reserved.placement = {static_cast<int>(place.page), place.x, place.y, place.width, place.height};
    reserved.fontSize = place.fontSize;
    // Decree 30/2020, App. I: the number stands upright, place and date in italics.
    reserved.style = place.field == kNumberField ? ports::TextStyle::regular : ports::TextStyle::italic;
    return reserved;
}

std::vector<ports::ReservedPlace> reservedPlacesOf(const OwnFilePlaces& places) {
    std::vector<ports::ReservedPlace> reserved;
    reserved.reserve(places.fields.size() + 1);
    std::vector<std::string> texts;
    for (const auto& place : places.fields) {
        reserved.push_back(reservedPlaceOf(place));
        if (isTextField(place.field)) {
            texts.push_back(place.field);
        }
    }
    if (const auto* person = placeOf(places, kPersonField)) {
        reserved.push_back(reservedPlaceOf(sealPlaceOf(*person)));
        reserved.back().locks = std::move(texts);
    }
    return reserved;
}

void requireInText(const std::string& text, const OutgoingDocument& document, std::string_view signerName) {
    if (text::fold(text).find(text::fold(signerName)) == std::string::npos) {
        throw AppError{ErrorKind::conflict, "outgoing.own-file-other-signer", {{"name", std::string{signerName}}}};
    }
    const auto symbol = withoutBlanks(textMember(document.fields.text, "symbol"));
    if (withoutBlanks(text).find(symbol) == std::string::npos) {
        throw AppError{ErrorKind::conflict, "outgoing.own-file-other-symbol", {{"symbol", symbol}}};
    }
}

}  // namespace

OwnFileLayout::Made OwnFileLayout::layOut(const OutgoingDocument& document, std::string_view signerName) const {
    struct Found {
        OwnFile own;
        std::string text;
        files::StoredFile pdf;
    };
    const auto found = services_.db.read([&](db::Reader& reader) {
        auto own = document.ownFileId ? work_.ownFiles.find(reader, *document.ownFileId) : std::nullopt;
        auto pdf = own && own->pdfFileId ? services_.files.find(reader, *own->pdfFileId) : std::nullopt;
        if (!own || own->state != OwnFileState::ready || !pdf) {
            throw AppError{ErrorKind::conflict, "outgoing.own-file-not-ready"};
        }
        auto text = work_.ownFiles.text(reader, own->id);
        return Found{std::move(*own), std::move(text), std::move(*pdf)};
    });
    if (const auto problem = placesProblem(found.own.places); !problem.empty()) {
        throw AppError{ErrorKind::conflict, std::string{problem}};
    }
    requireInText(found.text, document, signerName);
    const auto desk = services_.ports.find<ports::SigningDesk>();
    if (!desk) {
        throw AppError{ErrorKind::unavailable, "outgoing.no-signing-desk"};
    }
    if (found.pdf.sizeBytes > kLargestForSigning) {
        throw AppError{ErrorKind::conflict, "outgoing.own-file-too-heavy"};
    }
    return {desk->reserve(services_.files.read(found.pdf), reservedPlacesOf(found.own.places)), static_cast<int>(found.own.pages)};
}

std::vector<ports::FieldText> OwnFileLayout::issueTexts(db::Reader& reader, const OutgoingDocument& document) const {
    const auto own = document.ownFileId ? work_.ownFiles.find(reader, *document.ownFileId) : std::nullopt;
    if (!own || !document.number || !document.documentDate) {
        return {};
    }
    const auto date = *document.documentDate;
    std::vector<ports::FieldText> texts;
    const auto add = [&](std::string_view field, std::string text, ports::TextStyle style) {
        if (placeOf(own->places, field) != nullptr) {
            texts.push_back({std::string{field}, std::move(text), style});
        }
    };
    add(kNumberField, displayNumber(*document.number), ports::TextStyle::regular);
    add(kDateField, placeAndDate(textMember(document.fields.text, "place"), date), ports::TextStyle::italic);
    add(kDayField, displayDay(date), ports::TextStyle::italic);
    add(kMonthField, displayMonth(date), ports::TextStyle::italic);
    add(kYearField, std::to_string(date.year()), ports::TextStyle::italic);
    return texts;
}

void OwnFileLayout::checkYear(db::Reader& reader, const OutgoingDocument& document, Date date) const {
    const auto own = document.ownFileId ? work_.ownFiles.find(reader, *document.ownFileId) : std::nullopt;
    const auto printed = own && placeOf(own->places, kDayField) != nullptr ? own->places.printedYear : 0;
    if (printed != 0 && printed != date.year()) {
        throw AppError::invalidField("/documentDate", "outgoing.own-file-year", {{"year", std::to_string(printed)}});
    }
}

}  // namespace congvu::outgoing
