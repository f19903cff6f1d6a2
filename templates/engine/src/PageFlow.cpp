// SPDX-License-Identifier: Apache-2.0
#include "PageFlow.h"

#include <algorithm>

namespace congvu::templates {

namespace {

constexpr double kTolerancePt = 0.01;

/// Fills one page from `start`; returns its content without regard to where it may end.
PageContent fillPage(const std::vector<FlowBox>& boxes, std::size_t start, double pageHeight) {
    PageContent content;
    double y = 0;
    if (const auto& header = boxes[start].repeatedHeader) {
        content.push_back({header.get(), y});
        y += header->height;
    }
    for (std::size_t index = start; index < boxes.size(); ++index) {
        const double top = y + (index == start ? 0 : boxes[index].spaceBefore);
        const bool full = top + boxes[index].height > pageHeight + kTolerancePt;
        if (index > start && (full || boxes[index].startsSection)) {
            break;
        }
        content.push_back({&boxes[index], top});
        y = top + boxes[index].height;
    }
    return content;
}

/// The first box of the next page, given the first box that did not fit.
std::size_t chooseBreak(const std::vector<FlowBox>& boxes, std::size_t start, std::size_t overflow) {
    for (std::size_t candidate = overflow; candidate > start; --candidate) {
        if (boxes[candidate].mayBreakBefore) {
            return candidate;
        }
    }
    return overflow;
}

}  // namespace

std::vector<PageContent> flowIntoPages(const std::vector<FlowBox>& boxes, double pageHeight, double firstPageFoot) {
    std::vector<PageContent> pages;
    std::size_t start = 0;
    while (start < boxes.size()) {
        PageContent content = fillPage(boxes, start, start == 0 ? pageHeight - firstPageFoot : pageHeight);
        const std::size_t headers = boxes[start].repeatedHeader ? 1 : 0;
        std::size_t next = start + content.size() - headers;
        if (next < boxes.size() && !boxes[next].startsSection) {
            next = chooseBreak(boxes, start, next);
            content.resize(next - start + headers);
        }
        pages.push_back(std::move(content));
        start = next;
    }
    return pages;
}

void keepWithTwoBefore(std::vector<FlowBox>& boxes, std::size_t index) {
    boxes[index].mayBreakBefore = index == 0;
    if (index > 1) {
        boxes[index - 1].mayBreakBefore = false;
    }
}

}  // namespace congvu::templates
