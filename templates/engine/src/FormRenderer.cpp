// SPDX-License-Identifier: Apache-2.0
#include "congvu/templates/FormRenderer.h"

#include "Composition.h"
#include "FieldLimits.h"
#include "FieldReader.h"
#include "PageDrawing.h"
#include "PageFlow.h"
#include "PdfFinisher.h"
#include "TypesetterPool.h"
#include "Units.h"

#include <algorithm>

namespace congvu::templates {

namespace {

constexpr const char* kLiberationDirectory = "/usr/share/fonts/truetype/liberation2";

std::string oneLine(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

/// Title: type and subject; author: the issuing agency. The keys are those every form uses.
DocumentInformation informationOf(const FormDefinition& form, const FieldValues& values, const RenderOptions& options) {
    DocumentInformation information;
    const std::string subject = oneLine(values.text("subject"));
    information.subject = subject.empty() ? form.name.vi : subject;
    information.title = form.name.vi + (subject.empty() ? "" : ": ") + subject;
    information.author = oneLine(values.text("agency"));
    information.createdAt = options.createdAt.value_or(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
    return information;
}

std::vector<PageContent> composePages(Composition& composition, const FormLayout& layout) {
    for (const Component& component : layout.components) {
        std::visit([&](const auto& kind) { compose(composition, kind); }, component);
    }
    const double footHeight = composition.firstPageFoot ? composition.firstPageFoot->height : 0;
    std::vector<PageContent> pages = flowIntoPages(composition.boxes, composition.contentHeight, footHeight);
    if (composition.firstPageFoot && !pages.empty()) {
        pages.front().push_back({&*composition.firstPageFoot, composition.contentHeight - footHeight});
    }
    return pages;
}

std::vector<Anchor> anchorsOf(const std::vector<FieldToAdd>& fields) {
    std::vector<Anchor> anchors;
    std::transform(fields.begin(), fields.end(), std::back_inserter(anchors), [](const FieldToAdd& toAdd) { return toAdd.field.anchor; });
    return anchors;
}

}  // namespace

struct FormRenderer::State {
    explicit State(const std::filesystem::path& fontDirectory) : fonts(fontDirectory), typesetters(fonts) {}

    FontSet fonts;
    TypesetterPool typesetters;
};

FormRenderer::FormRenderer() : FormRenderer(kLiberationDirectory) {}

FormRenderer::FormRenderer(const std::filesystem::path& fontDirectory) : state_(std::make_unique<State>(fontDirectory)) {}

FormRenderer::~FormRenderer() = default;

std::vector<FieldError> FormRenderer::check(const FormDefinition& form, const std::string& fieldsJson) const {
    return readFields(form, fieldsJson, RequiredValues::enforced, state_->fonts).errors;
}

RenderOutcome FormRenderer::render(const FormDefinition& form, const std::string& fieldsJson, const RenderOptions& options) const {
    const bool isPreview = options.purpose == RenderPurpose::preview;
    FieldReading reading = readFields(form, fieldsJson, isPreview ? RequiredValues::optional : RequiredValues::enforced, state_->fonts);
    if (!reading.errors.empty()) {
        return {std::nullopt, std::move(reading.errors)};
    }
    const auto typesetter = state_->typesetters.lend();
    const PageSpec& page = form.layout->page;
    Composition composition{*typesetter, form, reading.values, options.purpose};
    composition.contentWidth = kPageWidthPt - millimetres(page.marginLeftMm + page.marginRightMm);
    composition.contentHeight = kPageHeightPt - millimetres(page.marginTopMm + page.marginBottomMm);
    const std::vector<PageContent> pages = composePages(composition, *form.layout);
    if (pages.size() > kMaximumPages) {
        return {std::nullopt, {{"", "too-many-pages"}}};
    }
    const Drawing drawing = drawPages(pages, page, options.purpose, *typesetter);
    RenderedForm rendered;
    rendered.pdf = finishPdf(drawing.pdf, informationOf(form, reading.values, options), drawing.fields);
    rendered.pages = static_cast<int>(pages.size());
    rendered.anchors = anchorsOf(drawing.fields);
    return {std::move(rendered), {}};
}

}  // namespace congvu::templates
