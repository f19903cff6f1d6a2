// SPDX-License-Identifier: Apache-2.0
#include "ComposedLine.h"
#include "Composition.h"
#include "PageFlow.h"
#include "Units.h"

#include <algorithm>
#include <optional>

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

/// Who signs in one column of the closing, as the layout says it.
struct SignerSpec {
    std::string field;
    std::string title;
    SignaturePlacement signature;
    /// The agency's seal goes onto the competent person's signature only.
    std::optional<SealPlacement> seal;
    double widthMm = 0;
};

/// The lines above the signature: "TM. UỶ BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".
std::vector<Line> positionLines(const Composition& composition, const ClosingComponent& closing, const SignerSpec& spec) {
    TextStyle style;
    style.size = closing.positionSize;
    style.bold = true;
    style.capitals = true;
    std::vector<std::string> texts;
    if (std::string title = withValues(composition, spec.title); !title.empty()) {
        texts.push_back(std::move(title));
    }
    const Person& person = composition.values.person(spec.field);
    if (!closing.titlesOnly) {
        for (const AuthorityLine& authority : person.authority) {
            texts.push_back(authority.prefix + " " + authority.of);
        }
        if (!person.position.empty()) {
            texts.push_back(person.position);
        }
    }
    std::vector<Line> lines;
    lines.reserve(texts.size());
    for (const std::string& text : texts) {
        lines.push_back(composition.typesetter.set({{text}}, style, millimetres(spec.widthMm)));
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

/// One signer: position, room for the signature, name.
struct SignerBlock {
    std::vector<Line> position;
    Line name;
    double width = 0;
    double height = 0;
    SignaturePlacement signature;
    std::optional<SealPlacement> seal;
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
    canvas.reserve(ReservedField::at(ReservedKind::signature, signature.fieldName, x, y, signatureWidth, signatureHeight));
    if (!seal) {
        return;
    }
    const double diameter = millimetres(seal->diameterMm);
    const double sealX = x + signatureWidth * seal->overlap - diameter;
    const double sealY = y + signatureHeight / 2 - diameter / 2;
    canvas.reserve(ReservedField::at(ReservedKind::seal, seal->fieldName, sealX, sealY, diameter, diameter));
}

SignerBlock composeSigner(const Composition& composition, const ClosingComponent& closing, const SignerSpec& spec) {
    TextStyle nameStyle;
    nameStyle.size = closing.nameSize;
    nameStyle.bold = true;
    SignerBlock block;
    block.width = millimetres(spec.widthMm);
    block.signature = spec.signature;
    block.seal = spec.seal;
    block.hasFields = composition.purpose == RenderPurpose::original;
    block.position = positionLines(composition, closing, spec);
    const Person& person = composition.values.person(spec.field);
    block.name = composition.typesetter.set({{person.name}}, nameStyle, block.width);
    block.height = heightOf(block.position) + millimetres(block.signature.heightMm) + 2 * kSignatureMarginPt + block.name->height();
    return block;
}

SignerBlock composeCompetentSigner(const Composition& composition, const ClosingComponent& closing) {
    const FormDefinition& form = composition.form;
    return composeSigner(composition, closing, {closing.signerField, closing.signerTitle, form.signature, form.seal, closing.rightMm});
}

SignerBlock composeSecondSigner(const Composition& composition, const ClosingComponent& closing) {
    SignaturePlacement signature = composition.form.signature;
    signature.fieldName = kSecondSignatureField;
    return composeSigner(composition, closing,
                         {closing.secondSignerField, closing.secondSignerTitle, signature, std::nullopt, closing.leftMm});
}

FlowBox recipientBox(const Line& line, int block) {
    FlowBox box;
    box.block = block;
    box.height = line->height();
    box.draw = [line](Canvas& canvas, double x, double y) { line->draw(canvas.context, x, y); };
    return box;
}

void addTied(Composition& composition, FlowBox box) {
    box.block = composition.nextBlock();
    composition.boxes.push_back(std::move(box));
    keepWithTwoBefore(composition.boxes, composition.boxes.size() - 1);
}

/// The recipients from that one on, line by line; they may run onto the next page.
void addRecipients(Composition& composition, const std::vector<Line>& recipients, std::size_t first) {
    for (std::size_t index = first; index < recipients.size(); ++index) {
        composition.boxes.push_back(recipientBox(recipients[index], composition.boxes.back().block));
    }
}

/// One signer: as many recipients as stand beside the signer's block are one box with it.
void addOneSigner(Composition& composition, const ClosingComponent& closing, const std::vector<Line>& recipients) {
    const SignerBlock signer = composeCompetentSigner(composition, closing);
    std::vector<Line> beside;
    double besideHeight = 0;
    for (const Line& line : recipients) {
        if (besideHeight >= signer.height) {
            break;
        }
        beside.push_back(line);
        besideHeight += line->height();
    }
    FlowBox box;
    box.spaceBefore = closing.spaceBeforePt;
    box.height = std::max(signer.height, besideHeight);
    box.draw = [=, signerX = composition.contentWidth - signer.width](Canvas& canvas, double x, double y) {
        double lineY = y;
        for (const Line& line : beside) {
            line->draw(canvas.context, x, lineY);
            lineY += line->height();
        }
        signer.draw(canvas, x + signerX, y);
    };
    addTied(composition, std::move(box));
    addRecipients(composition, recipients, beside.size());
}

/// Two signers side by side, and all recipients below them.
void addTwoSigners(Composition& composition, const ClosingComponent& closing, const std::vector<Line>& recipients) {
    const SignerBlock signer = composeCompetentSigner(composition, closing);
    const SignerBlock second = composeSecondSigner(composition, closing);
    FlowBox box;
    box.spaceBefore = closing.spaceBeforePt;
    box.height = std::max(signer.height, second.height);
    box.draw = [=, signerX = composition.contentWidth - signer.width](Canvas& canvas, double x, double y) {
        second.draw(canvas, x, y);
        signer.draw(canvas, x + signerX, y);
    };
    addTied(composition, std::move(box));
    const std::size_t first = composition.boxes.size();
    addRecipients(composition, recipients, 0);
    composition.boxes[first].spaceBefore = closing.spaceBeforePt;
}

}  // namespace

void compose(Composition& composition, const ClosingComponent& closing) {
    const std::vector<Line> recipients = recipientLines(composition, closing, millimetres(closing.leftMm));
    if (closing.secondSignerField.empty()) {
        addOneSigner(composition, closing, recipients);
    } else {
        addTwoSigners(composition, closing, recipients);
    }
}

}  // namespace congvu::templates
