// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/templates/FormDefinition.h"
#include "congvu/templates/RenderedForm.h"

#include <functional>

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
};

}  // namespace congvu::templates
