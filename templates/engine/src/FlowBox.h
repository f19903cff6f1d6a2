// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Canvas.h"

#include <functional>
#include <memory>

namespace congvu::templates {

/// The smallest thing that goes onto one page as a whole: a line of text, a table row, the
/// letterhead, the signer's block. Lengths in points.
struct FlowBox {
    double spaceBefore = 0;
    double height = 0;
    /// Whether a page may begin with this box. Widows, orphans and "keep with next" are told by this.
    bool mayBreakBefore = true;
    /// Begins a new page, whose number is 1 again (an appendix).
    bool startsSection = false;
    /// The box made next must not begin a page (this is a heading).
    bool keepWithNext = false;
    /// Drawn again above this box when a page begins with it (the header row of a table).
    std::shared_ptr<const FlowBox> repeatedHeader;
    /// Structure tag of PDF ("P", "H1") of the block this box belongs to; boxes with the same block
    /// number are one element.
    const char* tag = "P";
    int block = 0;
    /// Draws the box with its upper left corner at x (left margin), y.
    std::function<void(Canvas& canvas, double x, double y)> draw;
};

}  // namespace congvu::templates
