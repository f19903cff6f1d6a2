// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "FormLayout.h"
#include "congvu/templates/FormDefinition.h"
#include "congvu/templates/RenderedForm.h"

#include <functional>
#include <string>

typedef struct _cairo cairo_t;

namespace congvu::templates {

enum class ReservedKind { signature, seal, issueText };

/// A form field to be put onto a finished page.
struct ReservedField {
    Anchor anchor;
    ReservedKind kind = ReservedKind::signature;
    /// Of the text that will fill the field; only for issueText.
    double fontSize = 0;
    bool italic = false;
    FieldAlignment alignment = FieldAlignment::centre;
    /// Draws what the empty field shows, with the origin at the field's upper left corner; may be empty.
    std::function<void(cairo_t*)> face;

    /// A field of that name whose upper left corner is at x, y of the page (y downwards).
    static ReservedField at(ReservedKind kind, const std::string& name, double x, double y, double width, double height) {
        ReservedField field;
        field.kind = kind;
        field.anchor.name = name;
        field.anchor.x = x;
        field.anchor.y = y;
        field.anchor.width = width;
        field.anchor.height = height;
        return field;
    }

    /// The text that will fill the field looks like the text round it.
    void fillLike(const TextStyle& style, FieldAlignment align) {
        fontSize = style.size;
        italic = style.italic;
        alignment = align;
    }
};

}  // namespace congvu::templates
