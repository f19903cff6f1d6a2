// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Composition.h"

#include <functional>
#include <vector>

namespace congvu::templates {

/// One LineSpec with its values put in, ready to be drawn. Height includes the line below it, but
/// not the space before and after.
struct ComposedLine {
    double spaceBefore = 0;
    double height = 0;
    double spaceAfter = 0;
    std::function<void(Canvas& canvas, double x, double y)> draw;
};

/// Puts values into one line of the layout; no value when the line is to be left out.
std::optional<ComposedLine> composeLine(const Composition& composition, const LineSpec& spec, double width);

/// A text of the layout with the values in the place of its placeholders; it has no number and no date.
std::string withValues(const Composition& composition, const std::string& text);

/// Lines one below the other.
struct ComposedCell {
    double height = 0;
    std::vector<ComposedLine> lines;

    void draw(Canvas& canvas, double x, double y) const;
};

ComposedCell composeCell(const Composition& composition, const std::vector<LineSpec>& specs, double width);

}  // namespace congvu::templates
