// SPDX-License-Identifier: Apache-2.0
#include "ComposedLine.h"
#include "Composition.h"
#include "PageFlow.h"
#include "Units.h"

#include <algorithm>

namespace congvu::templates {

namespace {

/// Free room above and below the person's signature.
constexpr double kSignatureMarginPt = 5;

using Line = std::shared_ptr<const Typeset>;

double heightOf(const std::vector<Line>& lines) {
    double height = 0;
    for (const Line& line : lines) {
        height += line->height();
    }
    return height;
}

/// The lines above the signature: "TM. UỶ BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".
std::vector<Line> positionLines(const Composition& composition, const ClosingComponent& closing, double width) {
    TextStyle style;
    style.size = closing.positionSize;
    style.bold = true;
    style.capitals = true;
    const Person& person = composition.values.person(closing.signerField);
    std::vector<Line> lines;
    for (const AuthorityLine& authority : person.authority) {
        lines.push_back(composition.typesetter.set({{authority.prefix + " " + authority.of}}, style, width));
    }
    if (!person.position.empty()) {
        lines.push_back(composition.typesetter.set({{person.position}}, style, width));
    }
    return lines;
}

/// "Nơi nhận:" and what stands below it, each line on its own.
std::vector<Line> recipientLines(const Composition& composition, const ClosingComponent& closing, double width) {
    TextStyle label;
    label.size = closing.recipientsLabelSize;
    label.bold = true;
    label.italic = true;
    label.align = TextAlign::left;
    TextStyle item;
    item.size = closing.recipientsSize;
    item.align = TextAlign::left;
    std::vector<Line> lines;
    lines.push_back(composition.typesetter.set({{closing.recipientsLabel}}, label, width));
    for (const std::string& recipient : composition.values.list(closing.recipientsField)) {
        lines.push_back(composition.typesetter.set({{"- " + recipient + ";"}}, item, width));
    }
    const std::string& archive = composition.values.text(closing.archiveField);
    const std::string kept = closing.archiveLabel + " " + archive + ".";
    lines.push_back(composition.typesetter.set({{"- " + kept}}, item, width));
    return lines;
}

/// The right column: position, room for the signature, name.
struct SignerBlock {
    std::vector<Line> position;
    Line name;
    double width = 0;
    double height = 0;
    SignaturePlacement signature;
    SealPlacement seal;
    bool hasFields = false;

    void draw(Canvas& canvas, double x, double y) const;

private:
    void reserve(Canvas& canvas, double x, double y) const;
};

void SignerBlock::draw(Canvas& canvas, double x, double y) const {
    for (const Line& line : position) {
        line->draw(canvas.context, x, y);
        y += line->height();
    }
    y += kSignatureMarginPt;
    const double signatureWidth = millimetres(signature.widthMm);
    if (hasFields) {
        reserve(canvas, x + (width - signatureWidth) / 2, y);
    }
    y += millimetres(signature.heightMm) + kSignatureMarginPt;
    name->draw(canvas.context, x, y);
}

/// Decree 30/2020, App. I: the signature stands in the middle between position and name; the seal
/// covers about a third of it on its left.
void SignerBlock::reserve(Canvas& canvas, double x, double y) const {
    const double signatureWidth = millimetres(signature.widthMm);
    const double signatureHeight = millimetres(signature.heightMm);
    const double diameter = millimetres(seal.diameterMm);
    canvas.reserve(ReservedField::at(ReservedKind::signature, signature.fieldName, x, y, signatureWidth, signatureHeight));
    const double sealX = x + signatureWidth * seal.overlap - diameter;
    const double sealY = y + signatureHeight / 2 - diameter / 2;
    canvas.reserve(ReservedField::at(ReservedKind::seal, seal.fieldName, sealX, sealY, diameter, diameter));
}

SignerBlock composeSigner(const Composition& composition, const ClosingComponent& closing) {
    TextStyle nameStyle;
    nameStyle.size = closing.nameSize;
    nameStyle.bold = true;
    SignerBlock block;
    block.width = millimetres(closing.rightMm);
    block.signature = composition.form.signature;
    block.seal = composition.form.seal;
    block.hasFields = composition.purpose == RenderPurpose::original;
    block.position = positionLines(composition, closing, block.width);
    const Person& person = composition.values.person(closing.signerField);
    block.name = composition.typesetter.set({{person.name}}, nameStyle, block.width);
    block.height = heightOf(block.position) + millimetres(block.signature.heightMm) + 2 * kSignatureMarginPt + block.name->height();
    return block;
}

FlowBox recipientBox(const Line& line, int block) {
    FlowBox box;
    box.block = block;
    box.height = line->height();
    box.draw = [line](Canvas& canvas, double x, double y) { line->draw(canvas.context, x, y); };
    return box;
}

}  // namespace

void compose(Composition& composition, const ClosingComponent& closing) {
    const SignerBlock signer = composeSigner(composition, closing);
    const std::vector<Line> recipients = recipientLines(composition, closing, millimetres(closing.leftMm));
    // As many recipients as stand beside the signer's block are one box with it; the others follow
    // line by line and may run onto the next page.
    std::vector<Line> beside;
    double besideHeight = 0;
    for (const Line& line : recipients) {
        if (besideHeight >= signer.height) {
            break;
        }
        beside.push_back(line);
        besideHeight += line->height();
    }
    const double signerX = composition.contentWidth - signer.width;
    FlowBox box;
    box.block = composition.nextBlock();
    box.spaceBefore = closing.spaceBeforePt;
    box.height = std::max(signer.height, besideHeight);
    box.draw = [=](Canvas& canvas, double x, double y) {
        double lineY = y;
        for (const Line& line : beside) {
            line->draw(canvas.context, x, lineY);
            lineY += line->height();
        }
        signer.draw(canvas, x + signerX, y);
    };
    composition.boxes.push_back(std::move(box));
    keepWithTwoBefore(composition.boxes, composition.boxes.size() - 1);
    for (std::size_t index = beside.size(); index < recipients.size(); ++index) {
        composition.boxes.push_back(recipientBox(recipients[index], composition.boxes.back().block));
    }
}

}  // namespace congvu::templates
