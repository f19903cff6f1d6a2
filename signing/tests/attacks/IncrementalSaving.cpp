// SPDX-License-Identifier: Apache-2.0
#include "attacks/AttackCase.h"
#include "attacks/RawUpdate.h"
#include "attacks/RichDocument.h"
#include "pdf/Reader.h"
#include "support/PdfFactory.h"
#include "support/Tampering.h"

namespace congvu::signing::testing {
namespace {

/// An action that runs a script, with what stands before and after it.
std::string around(const std::string& before, const std::string& after) {
    std::string text = before;
    text += "<</S/JavaScript/JS(app.alert\\(1\\))>>";
    text += after;
    return text;
}

/// Objects that an attacker appends to the signed document; `make` sees the objects as they are.
AttackCase saving(const std::string& name, const std::string& finding, const std::function<ObjectTexts(const Bytes&)>& make) {
    return {"incremental-saving/" + name, finding, Integrity::modified, [make] {
                const Bytes document = signedRich();
                return appendObjects(document, make(document));
            }};
}

/// One dictionary gets more entries in front.
AttackCase adding(const std::string& name, const std::string& finding, pdf::ObjectNumber number, const std::string& entries) {
    return saving(name, finding, [=](const Bytes& document) {
        return ObjectTexts{{number, extended(objectText(document, number), entries)}};
    });
}

AttackCase changing(const std::string& name, const std::string& finding, pdf::ObjectNumber number, const std::string& from,
                    const std::string& to) {
    return saving(name, finding, [=](const Bytes& document) {
        return ObjectTexts{{number, changed(objectText(document, number), from, to)}};
    });
}

AttackCase replacing(const std::string& name, const std::string& finding, pdf::ObjectNumber number, const std::string& text) {
    return saving(name, finding, [=](const Bytes&) { return ObjectTexts{{number, text}}; });
}

/// The first page with one more annotation.
AttackCase annotating(const std::string& name, const std::string& annotation) {
    return saving(name, "!annotation-added", [=](const Bytes& document) {
        return ObjectTexts{{kFirstPage, changed(objectText(document, kFirstPage), "/Annots[", "/Annots[150 0 R ")},
                           {150, annotation},
                           {151, streamWith("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "BT (900) Tj ET")}};
    });
}

std::vector<AttackCase> attacksOnPages() {
    return {
        saving("page-content-added", "!page-content-changed",
               [](const Bytes& document) {
                   return ObjectTexts{{kFirstPage, changed(objectText(document, kFirstPage), "/Contents[4 0 R", "/Contents[4 0 R 150 0 R")},
                                      {150, streamWith("", "BT /F1 24 Tf 72 700 Td (and 900) Tj ET")}};
               }),
        replacing("page-content-replaced", "!page-content-changed", kContent, streamWith("", "BT /F1 24 Tf (Pay 900) Tj ET")),
        adding("page-group", "!page-content-changed", kFirstPage, "/Group<</S/Transparency>>"),
        changing("page-resources", "!page-resources-changed", kFirstPage, "/F1 3 0 R", "/F1 41 0 R"),
        replacing("font-replaced", "!page-resources-changed", kFont, "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>"),
        replacing("image-replaced", "!page-resources-changed", kImage,
                  streamWith("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "y")),
        replacing("overlay-replaced", "!page-resources-changed", kOverlay, streamWith("/Type/XObject/Subtype/Form/BBox[0 0 1 1]", "")),
        adding("media-box", "!page-geometry-changed", kFirstPage, "/MediaBox[0 0 595 400]"),
        adding("crop-box", "!page-geometry-changed", kFirstPage, "/CropBox[0 0 595 400]"),
        adding("rotation", "!page-geometry-changed", kFirstPage, "/Rotate 180"),
        adding("user-unit", "!page-geometry-changed", kFirstPage, "/UserUnit 2"),
        changing("inherited-box", "!pages-changed", kPages, "842", "400"),
        changing("page-added", "!pages-changed", kPages, "11 0 R]", "11 0 R 43 0 R]"),
        changing("page-removed", "!pages-changed", kPages, " 11 0 R]", "]"),
        changing("page-order", "!pages-changed", kPages, "10 0 R 11 0 R", "11 0 R 10 0 R"),
        changing("page-exchanged", "!pages-changed", kPages, "10 0 R", "43 0 R"),
        adding("page-action", "!action-changed", kFirstPage, around("/AA<</O", ">>")),
    };
}

std::vector<AttackCase> attacksOnTheCatalogue() {
    return {
        adding("open-action", "!action-changed", kCatalog, around("/OpenAction", "")),
        adding("catalogue-action", "!action-changed", kCatalog, around("/AA<</WC", ">>")),
        changing("name-tree-javascript", "!action-changed", kCatalog, "/Names<<", around("/Names<</JavaScript<</Names[(a)", "]>>")),
        replacing("embedded-file", "!action-changed", kFileNames, "<</Names[(b.txt)<</Type/Filespec/F(b.txt)/EF<</F 39 0 R>>>>]>>"),
        replacing("embedded-file-data", "!action-changed", 39, streamWith("/Type/EmbeddedFile", "exchanged")),
        changing("layer-configuration", "!layers-changed", kCatalog, "/OFF[]", "/OFF[31 0 R]"),
        replacing("layer-object", "!shared-object-replaced", kLayer, "<</Type/OCG/Name(Draft)/Usage<</View<</ViewState/OFF>>>>>>"),
        changing("outlines", "!catalog-changed", kCatalog, "/Outlines 30 0 R", ""),
        replacing("outline-item", "!catalog-changed", kOutlineItem, "<</Title(Part)/Parent 30 0 R/Dest[11 0 R/Fit]>>"),
        adding("viewer-preferences", "!catalog-changed", kCatalog, "/ViewerPreferences<</HideToolbar true>>"),
        changing("page-labels", "!catalog-changed", kCatalog, "/S/D", "/S/R"),
        adding("collection", "!catalog-changed", kCatalog, "/Collection<</View/T>>"),
        adding("permissions", "!permissions-changed", kCatalog, "/Perms<</DocMDP 150 0 R>>"),
    };
}

std::vector<AttackCase> attacksOnAnnotations() {
    return {
        annotating("annotation-with-appearance", "<</Type/Annot/Subtype/Stamp/Rect[0 0 500 500]/AP<</N 151 0 R>>>>"),
        annotating("annotation-without-appearance", "<</Type/Annot/Subtype/FreeText/Rect[0 0 500 500]/Contents(paid)>>"),
        changing("annotation-in-the-array", "!annotation-changed", kFirstPage, "/Annots[",
                 "/Annots[<</Type/Annot/Subtype/Square/Rect[0 0 9 9]>>"),
        changing("annotation-moved", "!annotation-changed", kLink, "[50 50 200 80]", "[0 0 595 842]"),
        adding("annotation-action", "!annotation-changed", kLink, around("/A", "")),
        changing("annotation-flags", "!annotation-flags-changed", kLink, "/F 4", "/F 2"),
        changing("annotation-removed", "!annotation-removed", kFirstPage, " 64 0 R", ""),
        changing("widget-on-another-page", "!form-field-added", kSecondPage, "/Contents", "/Annots[61 0 R]/Contents"),
    };
}

std::vector<AttackCase> attacksOnTheForm() {
    return {
        changing("field-appearance", "!appearance-changed", kNumberField, "/N 44 0 R", "/N 42 0 R"),
        replacing("field-appearance-stream", "!appearance-changed", 44,
                  streamWith("/Type/XObject/Subtype/Form/BBox[0 0 60 16]", "BT (9) Tj ET")),
        changing("field-moved", "!form-field-changed", kNumberField, "/Rect[100 700 160 716]", "/Rect[0 0 595 842]"),
        adding("field-flags", "!form-field-changed", kNumberField, "/Ff 8192"),
        changing("field-renamed", "!form-field-changed", kNumberField, "/T(Number)", "/T(Amount)"),
        changing("field-hidden", "!annotation-flags-changed", kNumberField, "/F 4", "/F 2"),
        adding("field-action", "!form-field-changed", kNumberField, around("/AA<</C", ">>")),
        changing("field-removed", "!form-field-removed", kForm, "60 0 R", ""),
        saving("field-added", "!form-field-added",
               [](const Bytes& document) {
                   return ObjectTexts{{kForm, changed(objectText(document, kForm), "/Fields[", "/Fields[150 0 R ")},
                                      {kFirstPage, changed(objectText(document, kFirstPage), "/Annots[", "/Annots[150 0 R ")},
                                      {150, "<</Type/Annot/Subtype/Widget/FT/Tx/T(More)/V(900)/Rect[0 0 99 99]>>"}};
               }),
        changing("form-default-appearance", "!form-changed", kForm, "/DA(/Helv 0 Tf 0 g)", "/DA(/Helv 0 Tf 1 g)"),
        replacing("form-font", "!form-changed", kFormFont, "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>"),
        changing("form-font-name", "!form-changed", kFontList, "38 0 R", "41 0 R"),
        adding("form-xfa", "!form-changed", kForm, "/XFA 44 0 R"),
        {"incremental-saving/xfa-template", "!form-changed", Integrity::modified,
         [] {
             const ObjectTexts xfa{{kForm, changed(richObjects()[kForm], "<<", "<</XFA[(template)45 0 R(datasets)46 0 R]")},
                                   {45, streamWith("", "<template/>")},
                                   {46, streamWith("", "<xfa:datasets/>")}};
             return appendObjects(signedRich(xfa), {{45, streamWith("", "<template>900</template>")}});
         }},
        saving("signature-field-with-text", "!signature-hides-content",
               [](const Bytes& document) {
                   return ObjectTexts{{kForm, changed(objectText(document, kForm), "/Fields[", "/Fields[150 0 R ")},
                                      {kFirstPage, changed(objectText(document, kFirstPage), "/Annots[", "/Annots[150 0 R ")},
                                      {150, "<</Type/Annot/Subtype/Widget/FT/Sig/T(More)/Rect[300 500 400 600]/AP<</N 151 0 R>>>>"},
                                      {151, streamWith("/Type/XObject/Subtype/Form/BBox[0 0 100 100]", "BT /F1 9 Tf (paid) Tj ET")}};
               }),
        saving("signature-field-with-action", "!action-changed",
               [](const Bytes& document) {
                   return ObjectTexts{{kForm, changed(objectText(document, kForm), "/Fields[", "/Fields[150 0 R ")},
                                      {150, around("<</Type/Annot/Subtype/Widget/FT/Sig/T(More)/Rect[0 0 0 0]/AA<</PO", ">>>>")}};
               }),
    };
}

}  // namespace

std::vector<AttackCase> incrementalSavingAttacks() {
    std::vector<AttackCase> out;
    for (const auto& group : {attacksOnPages(), attacksOnTheCatalogue(), attacksOnAnnotations(), attacksOnTheForm()}) {
        out.insert(out.end(), group.begin(), group.end());
    }
    return out;
}

std::vector<AttackCase> brokenUpdateAttacks() {
    const std::string content = streamWith("", "BT (900) Tj ET");
    const std::string object = "4 0 obj\n" + content + "\nendobj\n";
    const auto attack = [](const std::string& name, const std::string& finding, const std::function<Bytes(const Bytes&)>& make) {
        return AttackCase{"incremental-saving/" + name, finding, Integrity::modified, [make] { return make(signedRich()); }};
    };
    return {
        attack("object-freed", "!object-freed",
               [](const Bytes& document) { return RawUpdate(document).entry(kContent, 0, 1, 'f').finish(); }),
        attack("catalogue-replaced", "!catalog-replaced",
               [](const Bytes& document) {
                   return RawUpdate(document)
                       .object(150, objectText(document, kCatalog))
                       .trailer(changed(usualTrailer(document), "1 0 R", "150 0 R"))
                       .finish();
               }),
        attack("without-cross-reference", "data-after-end",
               [=](const Bytes& document) { return RawUpdate(document).raw(object).withoutCrossReference(); }),
        attack("long-without-cross-reference", "later-revision-unreadable",
               [=](const Bytes& document) {
                   return RawUpdate(document).raw(object + std::string(9000, ' ') + object).withoutCrossReference();
               }),
        attack("without-trailer", "later-revision-unreadable",
               [=](const Bytes& document) {
                   const std::size_t end = document.size() + object.size();
                   return RawUpdate(document)
                       .raw(object + "xref\n4 1\n0000000009 00000 n \nstartxref\n" + std::to_string(end) + "\n%%EOF\n")
                       .withoutCrossReference();
               }),
        attack("with-wrong-cross-reference", "later-revision-unreadable",
               [=](const Bytes& document) { return RawUpdate(document).raw(object + "startxref\n7\n%%EOF\n").withoutCrossReference(); }),
        attack("old-cross-reference", "data-after-end",
               [=](const Bytes& document) {
                   const std::string start = std::to_string(pdf::Reader(document).startCrossReference());
                   return RawUpdate(document).raw(object + "startxref\n" + start + "\n%%EOF\n").withoutCrossReference();
               }),
        attack("unlisted-object", "!unlisted-object-added",
               [=](const Bytes& document) { return RawUpdate(document).raw(object).finish(); }),
        attack("foreign-data", "!foreign-data-added",
               [](const Bytes& document) { return RawUpdate(document).raw("other data\n").finish(); }),
        attack("chain-of-revisions-cut", "revision-chain-cut",
               [=](const Bytes& document) {
                   RawUpdate update(document);
                   const pdf::Reader reader(document);
                   for (const auto& entry : reader.entries()) {
                       if (entry.kind == pdf::EntryKind::inFile && entry.number != kContent) {
                           update.entry(entry.number, static_cast<std::size_t>(entry.position), entry.generation);
                       }
                   }
                   return update.object(kContent, content).trailer("/Size 200/Root 1 0 R").finish();
               }),
        attack("loop-of-revisions", "later-revision-unreadable",
               [](const Bytes& document) {
                   return RawUpdate(document).trailer("/Size 200/Root 1 0 R/Prev " + std::to_string(document.size())).finish();
               }),
    };
}

}  // namespace congvu::signing::testing
