// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace congvu::templates {

/// Pictures for demonstration data, obviously not those of anybody real. PNG with transparency;
/// the same text always gives the same bytes. Throws std::runtime_error when Cairo fails.

/// A blue scribble that looks like a signature, 900 × 400 pixels (45 × 20 mm at 508 dpi).
/// `name` only seeds the strokes; no letter of it can be read.
std::string demoSignaturePng(const std::string& name);

/// A red round seal with the agency's name round the rim, a star and the word "MẪU" (specimen),
/// 720 × 720 pixels (36 mm at 508 dpi). A name of more than 120 characters is cut.
std::string demoSealPng(const std::string& agencyName);

}  // namespace congvu::templates
