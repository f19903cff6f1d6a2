// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/templates/FieldError.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace congvu::templates {

/// A reserved place on the page. PDF points (1/72 inch), origin at the lower left corner of the
/// page; `page` counts from 1. Names: the placements' field names (NguoiKy, CoQuan, SoKyHieu,
/// NgayBanHanh). In the file the reserved field of that name has the same rectangle.
struct Anchor {
    std::string name;
    int page = 0;
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

/// A finished document.
struct RenderedForm {
    /// The bytes of a PDF 1.7 file with a classic cross-reference table and a single revision.
    std::string pdf;
    int pages = 0;
    std::vector<Anchor> anchors;
};

/// What the drawing is for.
enum class RenderPurpose {
    /// The document to be signed and issued: reserved fields, complete values required.
    original,
    /// A look at the document while it is being written: "DỰ THẢO" lightly, no fields.
    preview
};

struct RenderOptions {
    RenderPurpose purpose = RenderPurpose::original;
    /// Creation date written into the document information; the system clock when not given.
    std::optional<std::chrono::sys_seconds> createdAt = std::nullopt;
};

/// Either a document or the errors that prevent it; never both.
struct RenderOutcome {
    std::optional<RenderedForm> form;
    std::vector<FieldError> errors;
};

}  // namespace congvu::templates
