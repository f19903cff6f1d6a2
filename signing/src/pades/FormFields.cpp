// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/FormFields.h"
#include "pdf/Form.h"
#include "pdf/PageTree.h"

namespace congvu::signing {
namespace {

FormFieldKind kindOf(const pdf::Field& field) {
    if (field.type == "Tx") {
        return FormFieldKind::text;
    }
    return field.type == "Sig" ? FormFieldKind::signature : FormFieldKind::other;
}

/// Which page (counted from 1) each annotation stands on.
std::unordered_map<pdf::ObjectNumber, std::size_t> annotationPages(const pdf::Reader& reader, const std::vector<pdf::Page>& pages) {
    std::unordered_map<pdf::ObjectNumber, std::size_t> out;
    for (std::size_t index = 0; index < pages.size(); ++index) {
        for (const pdf::Object& item : reader.get(reader.object(pages[index].number), "Annots").items()) {
            if (item.isReference()) {
                out.emplace(item.number(), index + 1);
            }
        }
    }
    return out;
}

}  // namespace

DocumentOutline DocumentOutline::read(ByteView document, const DocumentPassword& password) {
    const pdf::Reader reader(document, {}, password);
    DocumentOutline outline;
    const auto pages = pdf::PageTree(reader).all();
    for (const pdf::Page& page : pages) {
        outline.pages.push_back({page.shownWidth(), page.shownHeight()});
    }
    const auto places = annotationPages(reader, pages);
    const pdf::Form form(reader);
    for (const pdf::Field& field : form.fields()) {
        FormField out;
        out.name = field.name;
        out.kind = kindOf(field);
        out.readOnly = field.isReadOnly();
        const pdf::Object& value = reader.resolve(field.value);
        out.signedOrFilled = value.isDictionary() || (value.isString() && !value.stringValue().empty());
        out.value = value.isString() ? pdf::utf8OfTextString(value.stringValue()) : std::string();
        const auto place = field.widgets.empty() ? places.end() : places.find(field.widgets.front());
        if (place != places.end()) {
            out.page = place->second;
            out.rectangle = pages[out.page - 1].toShown(pdf::boxOf(reader, reader.object(field.widgets.front()).get("Rect")));
        }
        outline.fields.push_back(std::move(out));
    }
    return outline;
}

const FormField* DocumentOutline::find(const std::string& name) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const FormField& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace congvu::signing
