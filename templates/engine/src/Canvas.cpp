// SPDX-License-Identifier: Apache-2.0
#include "Canvas.h"

#include "Units.h"

namespace congvu::templates {

void Canvas::reserve(ReservedField field) {
    field.anchor.page = page;
    field.anchor.y = kPageHeightPt - field.anchor.y - field.anchor.height;
    reserved.push_back(std::move(field));
}

}  // namespace congvu::templates
