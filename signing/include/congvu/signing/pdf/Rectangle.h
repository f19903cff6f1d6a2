// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace congvu::signing {

/// A place on a page as the reader sees it: points (1/72 inch) from the lower left corner of the crop box, after the
/// page's rotation has been applied.
struct Rectangle {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

}  // namespace congvu::signing
