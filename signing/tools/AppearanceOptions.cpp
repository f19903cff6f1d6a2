// SPDX-License-Identifier: Apache-2.0
#include "AppearanceOptions.h"

#include <map>

#include "FileAccess.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/AppearancePreset.h"

namespace congvu::signing::tool {
namespace {

constexpr const char* kDefaultFont = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf";

const std::map<std::string, CopyForm>& copyForms() {
    static const std::map<std::string, CopyForm> kForms{
        {"sao-y", CopyForm::copy}, {"sao-luc", CopyForm::copyOfCopy}, {"trich-sao", CopyForm::extract}};
    return kForms;
}

void require(bool condition, const char* what) {
    if (!condition) {
        throw SigningError(ErrorCode::invalidArgument, what);
    }
}

}  // namespace

void AppearanceOptions::addTo(CLI::App& command) {
    command.add_option("--page", page_, "Page of a new visible field, from 1");
    command.add_option("--rect", rectangle_, "x,y,width,height in points from the lower left corner, as shown")
        ->delimiter(',')
        ->expected(4);
    command.add_option("--image", image_, "PNG to show");
    command.add_option("--text", lines_, "Line of text to show; may be repeated")->take_all()->allow_extra_args(false);
    font_ = kDefaultFont;
    command.add_option("--font", font_, "TrueType font for text and fields");
    command.add_option("--font-size", fontSize_, "Points");
    command
        .add_option("--preset", preset_,
                    "How the signature shows by Decree 30/2020: person (--image, --rect or --field), agency (--image of the seal, "
                    "--beside), attachment (--number), copy (--copy-form, --agency)")
        ->check(CLI::IsMember({"person", "agency", "attachment", "copy"}));
    command.add_option("--beside", beside_, "Signature field of the person whose image the seal covers by a third");
    command.add_option("--seal-mm", sealMillimetres_, "Real width of the seal; default: from the resolution of the PNG")
        ->check(CLI::PositiveNumber);
    command.add_option("--number", documentNumber_, "Number and symbol of the main document");
    command.add_option("--copy-form", copyForm_, "sao-y, sao-luc or trich-sao")->check(CLI::IsMember(copyForms()));
    command.add_option("--agency", agency_, "Name of the copying agency");
    command.add_option("--fill", fills_, "Fill a text field in the same increment: NAME=TEXT; may be repeated")
        ->take_all()
        ->allow_extra_args(false);
}

std::shared_ptr<const Appearance> AppearanceOptions::ownAppearance() const {
    if (image_.empty() && lines_.empty()) {
        return nullptr;
    }
    AppearanceContent content;
    if (!image_.empty()) {
        content.imagePng = readFile(image_);
    }
    content.lines = lines_;
    content.fontSize = fontSize_;
    if (!lines_.empty()) {
        content.font = Font::load(font_);
    }
    return Appearance::make(content);
}

std::optional<Placement> AppearanceOptions::placement() const {
    if (rectangle_.empty()) {
        return std::nullopt;
    }
    return Placement{page_, {rectangle_[0], rectangle_[1], rectangle_[2], rectangle_[3]}};
}

std::vector<FieldFill> AppearanceOptions::fills() const {
    std::vector<FieldFill> fills;
    std::shared_ptr<const Font> font;
    for (const std::string& fill : fills_) {
        const std::size_t equals = fill.find('=');
        require(equals != std::string::npos && equals != 0, "--fill takes NAME=TEXT");
        font = font == nullptr ? Font::load(font_) : font;
        fills.push_back({fill.substr(0, equals), fill.substr(equals + 1), font});
    }
    return fills;
}

void AppearanceOptions::applyPreset(SignatureRequest& request, ByteView document) const {
    require(lines_.empty(), "--preset decides the text itself");
    const bool showsImage = preset_ == "person" || preset_ == "agency";
    require(showsImage != image_.empty(), "--preset person and agency take --image, the others none");
    constexpr double kPointsPerMillimetre = 72 / 25.4;
    if (preset_ == "person") {
        AppearancePreset::person(readFile(image_), placement()).applyTo(request, document);
    } else if (preset_ == "agency") {
        AppearancePreset::agency(readFile(image_), beside_, sealMillimetres_ * kPointsPerMillimetre).applyTo(request, document);
    } else if (preset_ == "attachment") {
        AppearancePreset::attachment(documentNumber_, Font::load(font_)).applyTo(request, document);
    } else {
        require(!copyForm_.empty(), "--preset copy needs --copy-form");
        AppearancePreset::copy(copyForms().at(copyForm_), agency_, Font::load(font_)).applyTo(request, document);
    }
}

void AppearanceOptions::applyTo(SignatureRequest& request, ByteView document) const {
    request.fills = fills();
    request.placement = placement();
    if (preset_.empty()) {
        request.appearance = ownAppearance();
    } else {
        applyPreset(request, document);
    }
}

}  // namespace congvu::signing::tool
