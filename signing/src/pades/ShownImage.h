// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/pades/SignatureRequest.h"

namespace congvu::signing::pades {

/// Where the image of a visible signature is seen: the field's rectangle, narrowed to the image when the appearance shows
/// exactly one, as it stands in the middle with its proportions kept. Throws SigningError(fieldNotFound) when there is no
/// such signature field on a page, and what reading the document throws.
Placement shownImage(ByteView document, const DocumentPassword& password, const std::string& field);

}  // namespace congvu::signing::pades
