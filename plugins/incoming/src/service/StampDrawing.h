// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/StampText.h"

#include <string>

namespace congvu::incoming {

/// A page of `pageWidth` × `pageHeight` points (PDF) that is empty but for the arrival stamp, 50 mm wide and 35 mm high. Texts that are too
/// long are set smaller, then cut with an ellipsis.
std::string stampPage(const StampText& text, const StampPlace& place, double pageWidth, double pageHeight);

}  // namespace congvu::incoming
