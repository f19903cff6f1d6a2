// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ComposedLine.h"

#include <string>

namespace congvu::templates {

/// The red stamp of an urgent document. Decree 30/2020, App. I, part II, item 10b: KHẨN 20 × 8 mm,
/// THƯỢNG KHẨN 40 × 8 mm, HOẢ TỐC 30 × 8 mm, Times bold capitals in a single frame, bright red.
/// `urgency` is khan, thuong-khan or hoa-toc; any other value gives no stamp.
std::optional<ComposedLine> composeStamp(const Composition& composition, const std::string& urgency, const TextStyle& style, double width);

}  // namespace congvu::templates
