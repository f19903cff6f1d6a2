// SPDX-License-Identifier: Apache-2.0
#include "pades/ShownImage.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/FormFields.h"
#include "pdf/Form.h"

namespace congvu::signing::pades {
namespace {

using pdf::Object;

/// Width over height of the only image of the field's appearance; 0 when there is none, or several.
double proportionOf(const pdf::Reader& reader, const pdf::Field& field) {
    if (field.widgets.empty()) {
        return 0;
    }
    const Object& appearance = reader.get(reader.get(reader.object(field.widgets.front()), "AP"), "N");
    const Object& images = reader.get(reader.get(appearance, "Resources"), "XObject");
    if (images.entries().size() != 1) {
        return 0;
    }
    const Object& image = reader.resolve(images.entries().front().second);
    const double width = reader.get(image, "Width").numberValue();
    const double height = reader.get(image, "Height").numberValue();
    return reader.get(image, "Subtype").isName("Image") && width > 0 && height > 0 ? width / height : 0;
}

Rectangle centred(const Rectangle& place, double proportion) {
    const double width = std::min(place.width, place.height * proportion);
    const double height = width / proportion;
    return {place.x + (place.width - width) / 2, place.y + (place.height - height) / 2, width, height};
}

}  // namespace

Placement shownImage(ByteView document, const DocumentPassword& password, const std::string& name) {
    const DocumentOutline outline = DocumentOutline::read(document, password);
    const FormField* field = outline.find(name);
    if (field == nullptr || field->kind != FormFieldKind::signature || field->page == 0 || field->rectangle.width <= 0) {
        throw SigningError(ErrorCode::fieldNotFound, "no visible signature field named \"" + name + '"');
    }
    const pdf::Reader reader(document, {}, password);
    const pdf::Form form(reader);
    const double proportion = proportionOf(reader, *form.find(name));
    return {field->page, proportion > 0 ? centred(field->rectangle, proportion) : field->rectangle};
}

}  // namespace congvu::signing::pades
