// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Outline.h"

#include <filesystem>

namespace congvu::signingdesk {

/// Pages and form fields of a PDF; AppError conflict "signing.error.<name>" when it cannot be read.
Outline outlineOf(const std::filesystem::path& file);

}  // namespace congvu::signingdesk
