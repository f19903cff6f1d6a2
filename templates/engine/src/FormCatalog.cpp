// SPDX-License-Identifier: Apache-2.0
#include "congvu/templates/FormCatalog.h"

#include "FormFileError.h"
#include "FormReader.h"

#include <algorithm>

namespace congvu::templates {

FormCatalog::FormCatalog(const std::filesystem::path& directory) {
    std::error_code failure;
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(directory, failure)) {
        std::error_code unreadable;
        if (std::filesystem::exists(entry.path() / "form.json", unreadable)) {
            folders.push_back(entry.path());
        }
    }
    if (failure) {
        refused_.push_back({directory, directory.string() + ": the folder of forms cannot be read."});
    }
    std::sort(folders.begin(), folders.end());
    for (const auto& folder : folders) {
        try {
            forms_.push_back(std::make_shared<const FormDefinition>(readForm(folder)));
        } catch (const FormFileError& error) {
            refused_.push_back({error.file(), error.what()});
        }
    }
}

const std::vector<std::shared_ptr<const FormDefinition>>& FormCatalog::forms() const noexcept {
    return forms_;
}

const std::vector<RefusedForm>& FormCatalog::refused() const noexcept {
    return refused_;
}

std::shared_ptr<const FormDefinition> FormCatalog::find(const std::string& id) const noexcept {
    const auto found = std::find_if(forms_.begin(), forms_.end(), [&](const auto& form) { return form->id == id; });
    return found == forms_.end() ? nullptr : *found;
}

}  // namespace congvu::templates
