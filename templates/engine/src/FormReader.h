// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/templates/FormDefinition.h"

#include <filesystem>

namespace congvu::templates {

/// Reads form.json and the layout file it names. The id must be the folder's name.
/// Throws FormFileError with a sentence that names the file to mend.
FormDefinition readForm(const std::filesystem::path& folder);

}  // namespace congvu::templates
