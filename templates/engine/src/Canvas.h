// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ReservedField.h"

#include <vector>

typedef struct _cairo cairo_t;

namespace congvu::templates {

/// The page being drawn, and the fields reserved so far.
struct Canvas {
    cairo_t* context = nullptr;
    int page = 1;
    std::vector<ReservedField> reserved;

    /// Notes a reserved field. Its anchor comes with the upper left corner of the place, y downwards
    /// from the top of the page; page and the lower left corner are put in here.
    void reserve(ReservedField field);
};

}  // namespace congvu::templates
