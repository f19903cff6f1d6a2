// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/forms/Forms.h"
#include "congvu/log/Log.h"
#include "congvu/templates/FormCatalog.h"
#include "congvu/templates/FormRenderer.h"
#include "congvu/time/Clock.h"

#include <filesystem>
#include <semaphore>

namespace congvu::host {

/// The forms of a templates folder, drawn by the template engine. A broken form is left out and named in the log. Thread-safe; at most a
/// few drawings run at once, so that a burst of previews leaves the cores to other requests.
class TemplateForms final : public forms::Forms {
public:
    /// The clock dates the files; both must outlive the object.
    TemplateForms(const std::filesystem::path& folder, Clock& clock, Log& log);

    [[nodiscard]] std::string listJson() const override;
    [[nodiscard]] std::optional<std::string> formJson(std::string_view id) const override;
    forms::RenderedForm render(std::string_view formId, std::string_view fieldsJson, forms::RenderPurpose purpose) override;

private:
    static constexpr int kDrawingsAtOnce = 4;
    templates::FormCatalog catalog_;
    templates::FormRenderer renderer_;
    Clock& clock_;
    std::counting_semaphore<kDrawingsAtOnce> free_{kDrawingsAtOnce};
};

}  // namespace congvu::host
