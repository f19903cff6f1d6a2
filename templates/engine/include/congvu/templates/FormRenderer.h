// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/templates/FieldError.h"
#include "congvu/templates/FormDefinition.h"
#include "congvu/templates/RenderedForm.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace congvu::templates {

/// Turns a form and its field values into a PDF in the layout of Decree 30/2020/NĐ-CP, App. I.
///
/// Safe to call from many threads at once; one object per process is enough and keeps fonts warm.
/// Every value is bounded and checked: what is printed is what was typed, or there is an error
/// that names the value.
class FormRenderer {
public:
    /// Uses Liberation Serif (metrics of Times New Roman) from Debian's fonts-liberation2.
    FormRenderer();

    /// Uses the four LiberationSerif-*.ttf files of that directory. Throws std::runtime_error
    /// naming the file when one of them is missing.
    explicit FormRenderer(const std::filesystem::path& fontDirectory);

    ~FormRenderer();
    FormRenderer(const FormRenderer&) = delete;
    FormRenderer& operator=(const FormRenderer&) = delete;

    /// Checks the values without drawing: all errors at once, empty when render() would succeed.
    /// `fieldsJson` is one JSON object {field key: value}; see FieldKind for the values.
    std::vector<FieldError> check(const FormDefinition& form, const std::string& fieldsJson) const;

    /// Draws the document. With RenderPurpose::preview, missing required values are left blank,
    /// "DỰ THẢO" is printed lightly and there are no form fields. Throws std::runtime_error only
    /// when a library below fails (out of memory).
    RenderOutcome render(const FormDefinition& form, const std::string& fieldsJson, const RenderOptions& options = {}) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace congvu::templates
