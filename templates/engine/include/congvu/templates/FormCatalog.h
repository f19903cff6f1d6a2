// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/templates/FormDefinition.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace congvu::templates {

/// A form folder that could not be used: `file` is the file to mend, `sentence` says what is wrong
/// with it and names it.
struct RefusedForm {
    std::filesystem::path file;
    std::string sentence;
};

/// All forms of one directory: every sub-folder that holds a form.json is a form.
///
/// A broken form is refused with one sentence and never prevents the others from being used.
/// Immutable after construction; may be used by many threads.
class FormCatalog {
public:
    /// Reads the directory. Never throws for what is in it; a directory that does not exist is
    /// one refused entry and an empty catalogue.
    explicit FormCatalog(const std::filesystem::path& directory);

    /// Usable forms, ordered by id.
    const std::vector<std::shared_ptr<const FormDefinition>>& forms() const noexcept;

    /// Refused folders, ordered by file.
    const std::vector<RefusedForm>& refused() const noexcept;

    /// The form with that id, or nullptr.
    std::shared_ptr<const FormDefinition> find(const std::string& id) const noexcept;

private:
    std::vector<std::shared_ptr<const FormDefinition>> forms_;
    std::vector<RefusedForm> refused_;
};

}  // namespace congvu::templates
