// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/pades/ReservedFields.h"

#include <algorithm>
#include <cmath>

#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/PadesSignature.h"
#include "pades/AppearanceNative.h"
#include "pades/DocumentEdit.h"
#include "pdf/Form.h"
#include "pdf/PageTree.h"
#include "pdf/Restrictions.h"

namespace congvu::signing {
namespace {

using pdf::Object;
using pdf::ObjectNumber;

constexpr const char* kRegularFont = "TiRo";
constexpr const char* kItalicFont = "TiIt";
/// Annotation flag Print (ISO 32000-2, table 167).
constexpr std::int64_t kPrint = 4;
/// Bits 1 and 2 of SigFlags: signatures exist, only append (table 225), so that no signer has to change the form.
constexpr std::int64_t kSignatureFlags = 3;
constexpr double kLargestSide = 1e5;

bool isUsable(const Rectangle& place) {
    const bool isFinite = std::isfinite(place.x) && std::isfinite(place.y) && std::isfinite(place.width) && std::isfinite(place.height);
    return isFinite && place.width > 0 && place.height > 0 && place.width < kLargestSide && place.height < kLargestSide &&
           std::abs(place.x) < kLargestSide && std::abs(place.y) < kLargestSide;
}

std::int64_t alignmentOf(const ReservedField& field) {
    switch (field.alignment) {
        case TextAlignment::left:
            return 0;
        case TextAlignment::centre:
            return 1;
        case TextAlignment::right:
            return 2;
    }
    return 0;
}

std::string defaultAppearanceOf(const ReservedField& field) {
    return std::string("/") + (field.face == TextFace::italic ? kItalicFont : kRegularFont) + ' ' + pades::number(field.fontSize) +
           " Tf 0 g";
}

Object standardFont(const char* baseFont) {
    return Object::dictionary({{"Type", Object::name("Font")},
                               {"Subtype", Object::name("Type1")},
                               {"BaseFont", Object::name(baseFont)},
                               {"Encoding", Object::name("WinAnsiEncoding")}});
}

/// One update that adds fields.
class FieldReservation {
public:
    explicit FieldReservation(const pdf::Reader& reader) : reader_(reader), form_(reader), writer_(reader), edit_(reader, writer_) {
        if (pdf::Restrictions::of(reader, form_).hasSignatures) {
            throw SigningError(ErrorCode::changeNotPermitted, "fields are reserved before anybody signs");
        }
    }

    void add(const ReservedField& field) {
        checkName(field.name);
        if (!isUsable(field.placement.rectangle)) {
            throw SigningError(ErrorCode::invalidArgument, "the place of the field \"" + field.name + "\" has no size");
        }
        const pdf::Page page = pdf::PageTree(reader_).page(field.placement.page);
        const ObjectNumber widget = writer_.allocate();
        Object dictionary = widgetOf(field, page);
        if (field.kind == ReservedKind::text) {
            addTextEntries(dictionary, field, page);
        } else if (!field.locks.empty()) {
            dictionary.set("Lock", lockOf(field));
        }
        writer_.put(widget, dictionary);
        edit_.appendTo(edit_.object(page.number), "Annots", Object::reference(widget));
        edit_.changeForm([&](Object& form) { edit_.appendTo(form, "Fields", Object::reference(widget)); });
        names_.push_back(field.name);
    }

    Bytes finish() {
        edit_.changeForm([&](Object& form) { describeForm(form); });
        edit_.flush();
        return writer_.finish();
    }

private:
    void checkName(const std::string& name) const {
        const bool isTaken = form_.find(name) != nullptr || std::find(names_.begin(), names_.end(), name) != names_.end();
        if (name.empty() || name.find('.') != std::string::npos || isTaken) {
            throw SigningError(ErrorCode::invalidArgument, "\"" + name + "\" cannot be the name of a new field");
        }
    }

    static Object widgetOf(const ReservedField& field, const pdf::Page& page) {
        return Object::dictionary({{"Type", Object::name("Annot")},
                                   {"Subtype", Object::name("Widget")},
                                   {"FT", Object::name(field.kind == ReservedKind::text ? "Tx" : "Sig")},
                                   {"T", Object::text(field.name)},
                                   {"TU", Object::text(field.label)},
                                   {"F", Object::integer(kPrint)},
                                   {"Rect", pdf::toObject(page.toPage(field.placement.rectangle))},
                                   {"P", Object::reference(page.number)}});
    }

    void addTextEntries(Object& widget, const ReservedField& field, const pdf::Page& page) {
        widget.set("Ff", Object::integer(pdf::kFieldReadOnly));
        widget.set("DA", Object::text(defaultAppearanceOf(field)));
        widget.set("Q", Object::integer(alignmentOf(field)));
        if (page.rotation != 0) {
            widget.set("MK", Object::dictionary({{"R", Object::integer(page.rotation)}}));
        }
        const Rectangle& place = field.placement.rectangle;
        const ObjectNumber empty = writer_.allocate();
        writer_.putStream(empty, pades::formDictionary(place.width, place.height, page.rotation), {});
        widget.set("AP", Object::dictionary({{"N", Object::reference(empty)}}));
    }

    static Object lockOf(const ReservedField& field) {
        Object names = Object::array();
        for (const std::string& name : field.locks) {
            names.items().push_back(Object::text(name));
        }
        return Object::dictionary(
            {{"Type", Object::name("SigFieldLock")}, {"Action", Object::name("Include")}, {"Fields", std::move(names)}});
    }

    void describeForm(Object& form) {
        form.set("SigFlags", Object::integer(reader_.resolve(form.get("SigFlags")).integerValue() | kSignatureFlags));
        Object resources = reader_.resolve(form.get("DR"));
        if (!resources.isDictionary()) {
            resources = Object::dictionary();
        }
        Object fonts = reader_.resolve(resources.get("Font"));
        if (!fonts.isDictionary()) {
            fonts = Object::dictionary();
        }
        fonts.set(kRegularFont, standardFont("Times-Roman"));
        fonts.set(kItalicFont, standardFont("Times-Italic"));
        resources.set("Font", std::move(fonts));
        form.set("DR", std::move(resources));
    }

    const pdf::Reader& reader_;
    pdf::Form form_;
    pdf::IncrementalWriter writer_;
    pades::DocumentEdit edit_;
    std::vector<std::string> names_;
};

}  // namespace

Bytes ReservedFields::increment(ByteView document, const std::vector<ReservedField>& fields) {
    const pdf::Reader reader(document);
    FieldReservation reservation(reader);
    for (const ReservedField& field : fields) {
        reservation.add(field);
    }
    return reservation.finish();
}

Bytes ReservedFields::append(ByteView document, const std::vector<ReservedField>& fields) {
    return PadesSignature::join(document, increment(document, fields));
}

}  // namespace congvu::signing
