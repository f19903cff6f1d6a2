// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/PageWord.h"

#include "congvu/json/Description.h"

#include <tuple>
#include <vector>

namespace congvu::incoming {

/// What was recognised on one page. Words lie on the upright page: as it was drawn, turned by `angle` about its middle.
struct RecognisedPage {
    int page = 1;
    double width = 0;  ///< as it was drawn, points
    double height = 0;
    double angle = 0;               ///< degrees, clockwise
    std::vector<PageWord> words;    ///< what is printed in black or blue
    std::vector<PageWord> control;  ///< the upper half once more, from another picture of it: what both say is hardly a slip
    std::vector<PageWord> stamps;   ///< what is printed in red (Decree 30/2020, App. I: stamps of urgency and seals)
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::RecognisedPage> {
    static auto fields() {
        using Page = congvu::incoming::RecognisedPage;
        return std::tuple{field("page", &Page::page),    field("width", &Page::width), field("height", &Page::height),
                          field("angle", &Page::angle),  field("words", &Page::words), field("control", &Page::control),
                          field("stamps", &Page::stamps)};
    }
};
