// SPDX-License-Identifier: Apache-2.0
#include "pades/FieldFiller.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "pades/AppearanceNative.h"
#include "pades/DefaultAppearance.h"
#include "pdf/PageTree.h"

namespace congvu::signing::pades {
namespace {

using pdf::Field;
using pdf::FontSubset;
using pdf::Object;
using pdf::ObjectNumber;

constexpr double kInset = 2;
constexpr double kLargestAutomaticSize = 14;
constexpr double kSmallestFieldSize = 4;
constexpr std::size_t kLongestText = 2000;

/// The size from /DA, made smaller when the text does not fit the field.
double sizeFor(const DefaultAppearance& appearance, double textWidth, double width, double height) {
    double size = appearance.fontSize > 0 ? appearance.fontSize : std::min(kLargestAutomaticSize, height * 0.75);
    if (textWidth > 0) {
        size = std::min(size, (width - 2 * kInset) / textWidth);
    }
    return std::max(size, kSmallestFieldSize);
}

double leftEdge(std::int64_t alignment, double textWidth, double width) {
    if (alignment == 1) {
        return (width - textWidth) / 2;
    }
    return alignment == 2 ? width - kInset - textWidth : kInset;
}

std::string content(const Field& field, const FontSubset& font, const std::vector<char32_t>& text, double width, double height) {
    const auto appearance = DefaultAppearance::parse(field.defaultAppearance);
    const double size = sizeFor(appearance, font.widthOf(text), width, height);
    const double x = leftEdge(field.alignment, size * font.widthOf(text), width);
    const double letterHeight = size * (font.ascent - font.descent) / 1000;
    const bool multiline = (field.flags & pdf::kFieldMultiline) != 0;
    const double bottom = multiline ? height - kInset - letterHeight : (height - letterHeight) / 2;
    const double baseline = bottom - size * font.descent / 1000;
    return "/Tx BMC\nq\n0 0 " + number(width) + ' ' + number(height) + " re W n\nBT\n" + appearance.colour + "\n/F1 " + number(size) +
           " Tf\n" + number(x) + ' ' + number(baseline) + " Td\n" + font.encode(text) + " Tj\nET\nQ\nEMC";
}

}  // namespace

void FieldFiller::fill(const std::vector<FieldFill>& fills) {
    if (fills.empty()) {
        return;
    }
    for (const FieldFill& fill : fills) {
        fillableField(fill);
    }
    embedFonts(fills);
    for (const FieldFill& fill : fills) {
        fillField(fillableField(fill), fill);
    }
}

const Field& FieldFiller::fillableField(const FieldFill& fill) const {
    const Field* field = form_.find(fill.name);
    if (field == nullptr || field->type != "Tx") {
        throw SigningError(ErrorCode::fieldNotFound, "no text field named \"" + fill.name + '"');
    }
    // A read-only field that is still empty waits for the system, not for a person, to fill it.
    if (field->isReadOnly() && !edit_.reader().resolve(field->value).stringValue().empty()) {
        throw SigningError(ErrorCode::fieldReadOnly, "field \"" + fill.name + "\" was filled and is read-only");
    }
    if (restrictions_.permitsNothing() || restrictions_.isLocked(fill.name)) {
        throw SigningError(ErrorCode::changeNotPermitted, "an earlier signature locks the field \"" + fill.name + '"');
    }
    const auto letters = pdf::composedText(fill.text).size();
    const bool tooLong = letters > kLongestText || (field->largestLength > 0 && letters > static_cast<std::size_t>(field->largestLength));
    if (tooLong || fill.font == nullptr) {
        throw SigningError(ErrorCode::invalidArgument, "the text for field \"" + fill.name + "\" is too long or has no font");
    }
    return *field;
}

void FieldFiller::embedFonts(const std::vector<FieldFill>& fills) {
    std::map<const Font*, std::vector<char32_t>> letters;
    for (const FieldFill& fill : fills) {
        const auto text = pdf::composedText(fill.text);
        auto& all = letters[fill.font.get()];
        all.insert(all.end(), text.begin(), text.end());
    }
    for (const auto& [font, text] : letters) {
        auto subset = pdf::subsetOf(*font, text);
        const ObjectNumber embedded = pdf::embedFont(edit_.writer(), *subset);
        fonts_[font] = {std::move(subset), embedded};
    }
}

void FieldFiller::fillField(const Field& field, const FieldFill& fill) {
    Object& dictionary = edit_.object(field.number);
    dictionary.set("V", Object::text(fill.text));
    dictionary.erase("RV");
    if (fill.afterwards == FilledField::becomesReadOnly) {
        dictionary.set("Ff", Object::integer(field.flags | pdf::kFieldReadOnly));
    }
    for (const ObjectNumber widget : field.widgets) {
        const ObjectNumber appearance = writeAppearance(field, edit_.current(widget), fill);
        edit_.object(widget).set("AP", Object::dictionary({{"N", Object::reference(appearance)}}));
    }
}

ObjectNumber FieldFiller::writeAppearance(const Field& field, const Object& widget, const FieldFill& fill) {
    const EmbeddedFont& font = fonts_.at(fill.font.get());
    const pdf::Box box = pdf::boxOf(edit_.reader(), widget.get("Rect"));
    const std::int64_t turned = edit_.reader().get(edit_.reader().get(widget, "MK"), "R").integerValue();
    const int rotation = static_cast<int>(((turned % 360) + 360) % 360);
    const bool sideways = rotation == 90 || rotation == 270;
    const double width = sideways ? box.height() : box.width();
    const double height = sideways ? box.width() : box.height();
    Object form = formDictionary(width, height, rotation);
    const Object fonts = Object::dictionary({{"F1", Object::reference(font.number)}});
    form.set("Resources", Object::dictionary({{"Font", fonts}}));
    const ObjectNumber number = edit_.writer().allocate();
    edit_.writer().putStream(number, std::move(form), viewOf(content(field, *font.subset, pdf::composedText(fill.text), width, height)));
    return number;
}

}  // namespace congvu::signing::pades
