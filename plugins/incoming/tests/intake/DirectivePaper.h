// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Directive.h"

#include <string>

namespace congvu::incoming::testing {

/// The directive as a PDF with text, laid out as Decree 30/2020, App. I, or the rules of the Party have it.
std::string printed(const Directive& directive);

}  // namespace congvu::incoming::testing
