// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "FormLayout.h"
#include "SharedDefinitions.h"
#include "congvu/templates/FormDefinition.h"

#include <filesystem>

namespace congvu::templates {

/// Reads a layout file and checks it against the form: every placeholder and field it names must
/// exist with a fitting kind, there must be one closing, one number and one date, and all measures
/// must be within Decree 30/2020, App. I. A shared part that names a field in "when" is left out for a
/// form without that field. Throws FormFileError.
FormLayout readLayout(const std::filesystem::path& file, const FormDefinition& form, SharedDefinitions& shared);

}  // namespace congvu::templates
