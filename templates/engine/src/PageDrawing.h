// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "FormLayout.h"
#include "PageFlow.h"
#include "PdfFinisher.h"
#include "Typesetter.h"
#include "congvu/templates/RenderedForm.h"

#include <string>
#include <vector>

namespace congvu::templates {

/// The bytes Cairo made: the pages, and behind them one page for the face of each field that has one.
struct Drawing {
    std::string pdf;
    std::vector<FieldToAdd> fields;
};

/// Draws the pages, page numbers (top centre, from the second page of the document and of each appendix on) and, for a
/// preview, "DỰ THẢO".
/// Throws std::runtime_error when Cairo fails.
Drawing drawPages(const std::vector<PageContent>& pages, const PageSpec& spec, RenderPurpose purpose, const Typesetter& typesetter);

}  // namespace congvu::templates
