// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "FormLayout.h"
#include "congvu/templates/FormDefinition.h"

#include <filesystem>

namespace congvu::templates {

/// Reads a layout file and checks it against the form: every placeholder and field it names must
/// exist with a fitting kind, there must be one closing, one number and one date, and all measures
/// must be within Decree 30/2020, App. I. Throws FormFileError.
FormLayout readLayout(const std::filesystem::path& file, const FormDefinition& form);

}  // namespace congvu::templates
