// SPDX-License-Identifier: Apache-2.0
#include "attacks/AttackCase.h"
#include "attacks/RawUpdate.h"
#include "attacks/RichDocument.h"
#include "attacks/SignedParts.h"
#include "congvu/signing/pades/Appearance.h"
#include "pdf/Reader.h"
#include "support/PdfFactory.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using Make = std::function<ObjectTexts(const Bytes&)>;

LawfulCase change(const std::string& name, const std::string& noticed, const Make& make) {
    return {"change/" + name, noticed, [make] {
                const Bytes document = signedRich();
                return appendObjects(document, make(document));
            }};
}

LawfulCase changeOf(const std::string& name, const std::string& noticed, pdf::ObjectNumber number, const std::string& from,
                    const std::string& to) {
    return change(name, noticed, [=](const Bytes& document) {
        return ObjectTexts{{number, changed(objectText(document, number), from, to)}};
    });
}

LawfulCase certified(Certification level, const std::string& name, const std::string& noticed, const Make& make) {
    return {"change/p" + std::to_string(static_cast<int>(level)) + '-' + name, noticed, [=] {
                const Bytes document = certifiedRich(level);
                return appendObjects(document, make(document));
            }};
}

ObjectTexts filled(const Bytes& document) {
    return {{kDateField, changed(objectText(document, kDateField), "/F 4", "/F 4/V(today)/AP<</N 150 0 R>>")},
            {150,
             streamWith("/Type/XObject/Subtype/Form/BBox[0 0 290 16]/Resources<</Font<</Helv 38 0 R>>>>", "BT /Helv 13 Tf (today) Tj ET")}};
}

ObjectTexts withValidationData(const Bytes& document) {
    return {{kCatalog, extended(objectText(document, kCatalog), "/DSS<</Certs[150 0 R]/VRI<</AB<</Cert[150 0 R]>>>>>>")},
            {150, streamWith("", "certificate")}};
}

ObjectTexts withNote(const Bytes& document, const std::string& entries) {
    return {{kFirstPage, changed(objectText(document, kFirstPage), "/Annots[", "/Annots[150 0 R ")},
            {150, "<</Type/Annot/F 4" + entries + ">>"}};
}

std::vector<LawfulCase> fillingAndSigning() {
    return {
        change("field-filled", "form-field-filled", filled),
        change("field-filled-and-locked", "form-field-filled",
               [](const Bytes& document) {
                   ObjectTexts objects = filled(document);
                   objects[kDateField] = extended(objects[kDateField], "/Ff 1");
                   return objects;
               }),
        {"change/second-signature", "signature-added", [] { return signBySeal(signedRich()); }},
        {"change/signature-in-an-existing-field", "signature-added", [] { return signBySeal(signedRich(), requestFor("Chair")); }},
        {"change/visible-signature-in-a-new-field", "signature-added",
         [] {
             SignatureRequest request = requestFor();
             request.placement = Placement{1, Rectangle{300, 600, 150, 60}};
             AppearanceContent content;
             content.imagePng = samplePng();
             request.appearance = Appearance::make(content);
             return signBySeal(signedRich(), request);
         }},
        {"change/three-signatures", "signature-added", [] { return signByChair(signBySeal(signedRich())); }},
        change("empty-signature-field", "signature-field-added",
               [](const Bytes& document) {
                   return ObjectTexts{{kForm, changed(objectText(document, kForm), "/Fields[", "/Fields[150 0 R ")},
                                      {kFirstPage, changed(objectText(document, kFirstPage), "/Annots[", "/Annots[150 0 R ")},
                                      {150, "<</Type/Annot/Subtype/Widget/FT/Sig/T(Next)/F 4/P 10 0 R/Rect[300 600 450 660]>>"}};
               }),
        {"change/signature-removed-before-signing", "signature-removed-before-signing",
         [] {
             const Bytes document = signByChair(writePdf(richObjects(), pdf::SectionKind::table), requestFor("Chair"));
             const std::string value = "/V " + std::to_string(partsOf(document).dictionary) + " 0 R";
             return signBySeal(appendObjects(document, {{kChairField, changed(objectText(document, kChairField), value, "")}}));
         }},
    };
}

std::vector<LawfulCase> housekeeping() {
    return {
        change("validation-data", "validation-data-added", withValidationData),
        change("metadata", "metadata-changed",
               [](const Bytes&) {
                   return ObjectTexts{{kMetadata, streamWith("/Type/Metadata/Subtype/XML", "<x:new/>")}};
               }),
        {"change/information", "metadata-changed",
         [] {
             const Bytes document = signedRich();
             return RawUpdate(document)
                 .object(kInformation, "<</Title(Decision)/ModDate(D:20260306)>>")
                 .trailer(usualTrailer(document) + "/Info 7 0 R")
                 .finish();
         }},
        changeOf("extensions", "extensions-changed", kCatalog, "<<", "<</Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 5>>>>"),
        changeOf("version", "extensions-changed", kCatalog, "<<", "<</Version/2.0"),
        change("private-data-of-a-page", "metadata-changed",
               [](const Bytes& document) {
                   return ObjectTexts{
                       {kFirstPage, extended(objectText(document, kFirstPage), "/LastModified(D:20260306)/PieceInfo<</Program 150 0 R>>")},
                       {150, "<</LastModified(D:20260306)/Private 1>>"}};
               }),
        change("form-font-added", "form-settings-added",
               [](const Bytes&) {
                   return ObjectTexts{{kFontList, "<</Helv 38 0 R/ZaDb 150 0 R>>"},
                                      {150, "<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>"}};
               }),
        changeOf("need-appearances", "form-settings-added", kForm, "<<", "<</NeedAppearances true"),
        change("annotations-array-becomes-an-object", "",
               [](const Bytes& document) {
                   const std::string page = objectText(document, kFirstPage);
                   const std::size_t at = page.find("/Annots[") + 7;
                   const std::size_t end = page.find(']', at) + 1;
                   return ObjectTexts{{kFirstPage, page.substr(0, at) + " 150 0 R" + page.substr(end)}, {150, page.substr(at, end - at)}};
               }),
        change("form-becomes-direct", "",
               [](const Bytes& document) {
                   return ObjectTexts{{kCatalog, changed(objectText(document, kCatalog), " 5 0 R", objectText(document, kForm))}};
               }),
        change("resource-becomes-an-object", "",
               [](const Bytes& document) {
                   return ObjectTexts{{kFirstPage, changed(objectText(document, kFirstPage), "<</F1 3 0 R>>", " 150 0 R")},
                                      {150, "<</F1 3 0 R>>"}};
               }),
        change("objects-written-again", "",
               [](const Bytes& document) {
                   ObjectTexts objects;
                   for (const pdf::ObjectNumber number : {kCatalog, kPages, kFont, kFirstPage, kForm, kLink, kNumberField, kOutlineItem}) {
                       objects[number] = objectText(document, number);
                   }
                   return objects;
               }),
        change("signature-written-again", "",
               [](const Bytes& document) {
                   const auto number = partsOf(document).dictionary;
                   return ObjectTexts{{number, objectText(document, number)}};
               }),
        change("unused-object", "unused-object-changed",
               [](const Bytes&) {
                   return ObjectTexts{{kUnusedContent, streamWith("", "other")}};
               }),
        {"change/update-with-carriage-returns", "validation-data-added",
         [] {
             const Bytes document = signedRich();
             RawUpdate update(document);
             update.lineEnd("\r");
             for (const auto& [number, text] : withValidationData(document)) {
                 update.object(number, text);
             }
             return update.finish();
         }},
        {"change/comments-between-the-parts", "",
         [] {
             const Bytes document = signedRich();
             return RawUpdate(document).raw("% comment\n").object(150, "<</Nothing true>> % comment").raw("\n\n% more\n").finish();
         }},
        {"change/object-stream-packed-anew", "",
         [] {
             const Bytes document = signedRich({}, pdf::SectionKind::stream);
             return appendObjects(document, {{kLink, objectText(document, kLink)}, {kForm, objectText(document, kForm)}});
         }},
    };
}

/// An XFA form: a template and what was filled in.
ObjectTexts withXfa() {
    return {{kForm, changed(richObjects()[kForm], "<<", "<</XFA[(template)45 0 R(datasets)46 0 R]")},
            {45, streamWith("", "<template/>")},
            {46, streamWith("", "<xfa:datasets/>")}};
}

/// A tagged document whose outline points into the structure tree.
ObjectTexts withStructure() {
    return {{kCatalog, extended(richObjects()[kCatalog], "/StructTreeRoot 45 0 R")},
            {kOutlineItem, extended(richObjects()[kOutlineItem], "/SE 46 0 R")},
            {45, "<</Type/StructTreeRoot/K 46 0 R>>"},
            {46, "<</Type/StructElem/S/Document/P 45 0 R/K[]>>"}};
}

/// Changes as programs make them when they rewrite more than they need.
std::vector<LawfulCase> habitsOfOthers() {
    return {
        change("page-with-what-it-inherits", "",
               [](const Bytes& document) {
                   const std::string inherited = "/MediaBox[0 0 595 842]/CropBox[0 0 595 842.0]/Rotate 0";
                   return ObjectTexts{{kFirstPage, extended(objectText(document, kFirstPage), inherited)}};
               }),
        changeOf("empty-name-tree", "", kCatalog, "/EmbeddedFiles 32 0 R", "/EmbeddedFiles 32 0 R/JavaScript<</Names[]>>"),
        {"change/resources-no-longer-inherited", "",
         [] {
             ObjectTexts objects = richObjects();
             const std::string resources = "/Resources<</Font<</F1 3 0 R>>>>";
             objects[kSecondPage] = changed(objects[kSecondPage], resources, "");
             objects[kPages] = extended(objects[kPages], resources);
             const Bytes document = signedRich(objects);
             return appendObjects(document, {{kSecondPage, extended(objectText(document, kSecondPage), resources)}});
         }},
        {"change/comment-after-the-end", "",
         [] {
             Bytes document = signedRich();
             const std::string comment = "% archived\n";
             document.insert(document.end(), comment.begin(), comment.end());
             return document;
         }},
        {"change/all-objects-in-a-new-cross-reference", "revision-chain-cut",
         [] {
             const Bytes document = signedRich();
             const pdf::Reader reader(document);
             RawUpdate update(document);
             for (const auto& entry : reader.entries()) {
                 if (entry.kind == pdf::EntryKind::inFile) {
                     update.entry(entry.number, static_cast<std::size_t>(entry.position), entry.generation);
                 }
             }
             return update.object(150, "<</Nothing true>>").trailer("/Size 200/Root 1 0 R").finish();
         }},
        {"change/xfa-data", "form-field-filled",
         [] {
             return appendObjects(signedRich(withXfa()), {{46, streamWith("", "<xfa:datasets>7</xfa:datasets>")}});
         }},
        {"change/xfa-state", "form-field-filled",
         [] {
             const Bytes document = signedRich(withXfa());
             return appendObjects(document, {{kForm, changed(objectText(document, kForm), "(datasets)", "(form)150 0 R(datasets)")},
                                             {150, streamWith("", "<form/>")}});
         }},
        {"change/structure-that-an-outline-points-to", "structure-changed",
         [] {
             return appendObjects(signedRich(withStructure()), {{46, "<</Type/StructElem/S/Document/P 45 0 R/K[150 0 R]>>"},
                                                                {150, "<</Type/StructElem/S/Form/P 46 0 R>>"}});
         }},
    };
}

std::vector<LawfulCase> certifiedChanges() {
    return {
        certified(Certification::noChanges, "validation-data", "validation-data-added", withValidationData),
        certified(Certification::formFilling, "validation-data", "validation-data-added", withValidationData),
        certified(Certification::formFilling, "field-filled", "form-field-filled", filled),
        {"change/p2-signature-in-an-existing-field", "signature-added",
         [] { return signBySeal(certifiedRich(Certification::formFilling), requestFor("Chair")); }},
        {"change/p2-invisible-signature", "signature-added", [] { return signBySeal(certifiedRich(Certification::formFilling)); }},
        certified(Certification::annotations, "note", "annotation-added",
                  [](const Bytes& document) { return withNote(document, "/Subtype/Text/Rect[20 20 40 40]/Contents(seen)"); }),
        certified(Certification::annotations, "free-text-in-the-margin", "annotation-added",
                  [](const Bytes& document) { return withNote(document, "/Subtype/FreeText/Rect[300 600 500 640]/Contents(seen)"); }),
        certified(Certification::annotations, "highlight-over-text", "annotation-added",
                  [](const Bytes& document) {
                      return withNote(document, "/Subtype/Highlight/Rect[70 755 300 790]/QuadPoints[70 790 300 790 70 755 300 755]");
                  }),
        certified(Certification::annotations, "annotation-removed", "annotation-removed",
                  [](const Bytes& document) {
                      return ObjectTexts{{kFirstPage, changed(objectText(document, kFirstPage), " 64 0 R", "")}};
                  }),
        certified(Certification::annotations, "field-filled", "form-field-filled", filled),
    };
}

}  // namespace

std::vector<LawfulCase> lawfulChanges() {
    std::vector<LawfulCase> out;
    for (const auto& group : {fillingAndSigning(), housekeeping(), habitsOfOthers(), certifiedChanges()}) {
        out.insert(out.end(), group.begin(), group.end());
    }
    return out;
}

}  // namespace congvu::signing::testing
