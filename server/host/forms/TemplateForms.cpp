// SPDX-License-Identifier: Apache-2.0
#include "forms/TemplateForms.h"

#include "congvu/json/Writer.h"

#include <chrono>
#include <utility>

namespace congvu::host {

namespace {

/// Gives a place back, whatever happens.
template <class Semaphore>
class Place {
public:
    explicit Place(Semaphore& semaphore) : semaphore_(semaphore) { semaphore_.acquire(); }
    ~Place() { semaphore_.release(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

private:
    Semaphore& semaphore_;
};

void writeForm(json::Writer& out, const templates::FormDefinition& form) {
    const bool isCopy = form.category == templates::FormCategory::copy;
    out.beginObject().key("id").string(form.id).key("version").string(form.version);
    out.key("name").beginObject().key("vi").string(form.name.vi).key("en").string(form.name.en).endObject();
    out.key("abbreviation").string(form.typeAbbreviation).key("category").string(isCopy ? "copy" : "document");
    out.key("source").string(form.source).key("fields").raw(form.fieldsJson).endObject();
}

forms::RenderedForm translated(templates::RenderedForm form) {
    forms::RenderedForm result{std::move(form.pdf), form.pages, {}};
    for (auto& anchor : form.anchors) {
        result.anchors.push_back({std::move(anchor.name), anchor.page, anchor.x, anchor.y, anchor.width, anchor.height});
    }
    return result;
}

}  // namespace

TemplateForms::TemplateForms(const std::filesystem::path& folder, Clock& clock, Log& log) : catalog_(folder), clock_(clock) {
    for (const auto& refused : catalog_.refused()) {
        log.error("form.refused", {{"reason", refused.sentence}});
    }
}

std::string TemplateForms::listJson() const {
    json::Writer out;
    out.beginArray();
    for (const auto& form : catalog_.forms()) {
        writeForm(out, *form);
    }
    out.endArray();
    return out.take();
}

std::optional<std::string> TemplateForms::formJson(std::string_view id) const {
    const auto form = catalog_.find(std::string{id});
    if (!form) {
        return std::nullopt;
    }
    json::Writer out;
    writeForm(out, *form);
    return out.take();
}

forms::RenderedForm TemplateForms::render(std::string_view formId, std::string_view fieldsJson, forms::RenderPurpose purpose) {
    const auto form = catalog_.find(std::string{formId});
    if (!form) {
        throw AppError(ErrorKind::notFound, "unknown-form");
    }
    templates::RenderOptions options;
    options.purpose = purpose == forms::RenderPurpose::preview ? templates::RenderPurpose::preview : templates::RenderPurpose::original;
    options.createdAt = std::chrono::floor<std::chrono::seconds>(clock_.now());
    const Place place(free_);
    auto outcome = renderer_.render(*form, std::string{fieldsJson}, options);
    if (outcome.form) {
        return translated(std::move(*outcome.form));
    }
    std::vector<FieldError> errors;
    for (auto& error : outcome.errors) {
        errors.push_back({std::move(error.pointer), std::move(error.code), {}});
    }
    throw AppError::invalid(std::move(errors));
}

}  // namespace congvu::host
