// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Directive.h"

#include "congvu/forms/Forms.h"

#include <string>
#include <vector>

namespace congvu::incoming::testing {

/// A document of the product's own forms with its number and date printed where the seal's revision would fill them in, and what must be
/// read from it.
struct FormPaper {
    Directive wanted;
    std::string pdf;
};

/// The samples of sixteen forms of templates/, each with a number and a day.
std::vector<FormPaper> formPapers(forms::Forms& forms);

}  // namespace congvu::incoming::testing
