// SPDX-License-Identifier: Apache-2.0
#include "pdf/Form.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"

namespace congvu::signing::pdf {
namespace {

/// A kid that has its own partial name is a field; one without is a widget of its parent (ISO 32000-2, 12.7.4.2).
bool isFieldNode(const Object& kid) {
    return kid.has("T") || kid.has("Kids");
}

}  // namespace

Form::Form(const Reader& reader) : reader_(reader) {
    const Object& form = reader.get(reader.catalog(), "AcroForm");
    exists_ = form.isDictionary();
    const Object& roots = reader.get(form, "Fields");
    Field defaults;
    defaults.defaultAppearance = reader.get(form, "DA").stringValue();
    defaults.alignment = reader.get(form, "Q").integerValue();
    for (const Object& root : roots.items()) {
        walk(root, defaults, 0);
    }
}

void Form::takeInherited(const Object& dictionary, Field& field) const {
    if (dictionary.has("FT")) {
        field.type = reader_.get(dictionary, "FT").stringValue();
    }
    if (dictionary.has("Ff")) {
        field.flags = reader_.get(dictionary, "Ff").integerValue();
    }
    if (dictionary.has("Q")) {
        field.alignment = reader_.get(dictionary, "Q").integerValue();
    }
    if (dictionary.has("MaxLen")) {
        field.largestLength = reader_.get(dictionary, "MaxLen").integerValue();
    }
    if (dictionary.has("DA")) {
        field.defaultAppearance = reader_.get(dictionary, "DA").stringValue();
    }
    if (dictionary.has("V")) {
        field.value = dictionary.get("V");
    }
    if (dictionary.has("T")) {
        const std::string partial = utf8OfTextString(reader_.get(dictionary, "T").stringValue());
        field.name = field.name.empty() ? partial : field.name + '.' + partial;
    }
}

/// A null object when it cannot be read: then it is no field.
const Object& Form::nodeOf(const Object& node) const {
    static const Object kNull;
    try {
        return reader_.resolve(node);
    } catch (const SigningError& error) {
        if (error.code() != ErrorCode::malformedPdf) {
            throw;
        }
        return kNull;
    }
}

void Form::walk(const Object& node, Field inherited, std::size_t depth) {
    if (depth > reader_.limits().treeDepth || ++visited_ > reader_.limits().treeNodes) {
        throw SigningError(ErrorCode::limitExceeded, "the field tree is too large or has a loop");
    }
    const Object& dictionary = nodeOf(node);
    if (!node.isReference() || !dictionary.isDictionary()) {
        return;
    }
    if (inherited.ancestors.end() != std::find(inherited.ancestors.begin(), inherited.ancestors.end(), node.number())) {
        throw SigningError(ErrorCode::limitExceeded, "the field tree has a loop");
    }
    inherited.number = node.number();
    takeInherited(dictionary, inherited);
    const Object& kids = reader_.get(dictionary, "Kids");
    const bool inner = std::any_of(kids.items().begin(), kids.items().end(), [&](const Object& kid) { return isFieldNode(nodeOf(kid)); });
    if (!inner) {
        addTerminal(dictionary, std::move(inherited));
        return;
    }
    inherited.ancestors.push_back(node.number());
    for (const Object& kid : kids.items()) {
        walk(kid, inherited, depth + 1);
    }
}

void Form::addTerminal(const Object& dictionary, Field field) {
    const Object& kids = reader_.get(dictionary, "Kids");
    for (const Object& kid : kids.items()) {
        if (kid.isReference() && nodeOf(kid).isDictionary()) {
            field.widgets.push_back(kid.number());
        }
    }
    if (kids.items().empty() && reader_.get(dictionary, "Subtype").isName("Widget")) {
        field.widgets.push_back(field.number);
    }
    // Listed twice it is still one field.
    if (listed_.insert(field.number).second) {
        fields_.push_back(std::move(field));
    }
}

const Field* Form::find(const std::string& name) const {
    const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const Field& field) { return field.name == name; });
    return found == fields_.end() ? nullptr : &*found;
}

}  // namespace congvu::signing::pdf
