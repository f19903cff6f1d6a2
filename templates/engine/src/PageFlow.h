// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "FlowBox.h"

#include <cstddef>
#include <vector>

namespace congvu::templates {

/// Where a box came to stand: y downwards from the top of the text area, in points.
struct PlacedBox {
    const FlowBox* box = nullptr;
    double y = 0;
};

using PageContent = std::vector<PlacedBox>;

/// Fills pages of the given height from the top; the first page is lower by the height of its foot. A page that would end where it may not
/// goes back to the last place where it may; when there is none, it ends where it is full. A box higher than a page gets a page of its own.
/// The result points into `boxes`.
std::vector<PageContent> flowIntoPages(const std::vector<FlowBox>& boxes, double pageHeight, double firstPageFoot = 0);

/// Ties the box at `index` (the signer's block) to the two boxes before it, so that it never stands
/// alone on a page.
void keepWithTwoBefore(std::vector<FlowBox>& boxes, std::size_t index);

}  // namespace congvu::templates
