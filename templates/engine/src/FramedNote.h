// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ComposedLine.h"

#include <optional>
#include <string>

namespace congvu::templates {

/// A note on circulation ("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ") in a single black frame round its text.
/// Decree 30/2020, App. I: capitals, 13-14, bold.
std::optional<ComposedLine> composeFramedNote(const Composition& composition, const std::string& note, const TextStyle& style,
                                              double width);

}  // namespace congvu::templates
