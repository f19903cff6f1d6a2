// SPDX-License-Identifier: Apache-2.0
#include "attacks/RichDocument.h"

#include <stdexcept>

#include "support/PdfFactory.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {

std::string changed(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) {
        throw std::logic_error("no " + from + " in " + text);
    }
    return std::string(text).replace(at, from.size(), to);
}

std::string extended(const std::string& dictionary, const std::string& entries) {
    return changed(dictionary, "<<", "<<" + entries);
}

std::string streamWith(const std::string& entries, const std::string& data) {
    return "<<" + entries + "/Length " + std::to_string(data.size()) + ">>\nstream\n" + data + "\nendstream";
}

ObjectTexts richObjects() {
    const std::string widget = "<</Type/Annot/Subtype/Widget/F 4/P 10 0 R";
    return {
        {kCatalog,
         "<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R/Outlines 30 0 R/Metadata 33 0 R/Names<</EmbeddedFiles 32 0 R>>"
         "/OCProperties<</OCGs[31 0 R]/D<</ON[31 0 R]/OFF[]/Order[31 0 R]>>>>/PageLabels<</Nums[0<</S/D>>]>>>>"},
        {kPages, "<</Type/Pages/Count 2/Kids[10 0 R 11 0 R]/MediaBox[0 0 595 842]>>"},
        {kFont, "<</Type/Font/Subtype/TrueType/BaseFont/Sample/FirstChar 48/LastChar 49/Widths[500 500]/FontDescriptor 34 0 R>>"},
        {kContent, streamWith("", "BT /F1 24 Tf 72 760 Td (Pay 100) Tj ET")},
        {kForm, "<</Fields[60 0 R 61 0 R 62 0 R]/DA(/Helv 0 Tf 0 g)/DR<</Font 37 0 R/XObject<<>>>>>>"},
        {kImage, streamWith("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "x")},
        {kInformation, "<</Title(Decision)/ModDate(D:20260305)>>"},
        {kSecondContent, streamWith("", "/OC /L1 BDC q 50 0 0 50 400 400 cm /Im1 Do Q EMC /Cover Do")},
        {9, streamWith("", "BT /F1 12 Tf 72 700 Td (second page) Tj ET")},
        {kFirstPage,
         "<</Type/Page/Parent 2 0 R/Contents[4 0 R 8 0 R]/Resources<</Font<</F1 3 0 R>>/XObject<</Im1 6 0 R/Cover 42 0 R>>"
         "/Properties<</L1 31 0 R>>>>/Annots[60 0 R 61 0 R 62 0 R 64 0 R]>>"},
        {kSecondPage, "<</Type/Page/Parent 2 0 R/Contents 9 0 R/Resources<</Font<</F1 3 0 R>>>>>>"},
        {kOutlines, "<</Type/Outlines/First 36 0 R/Last 36 0 R/Count 1>>"},
        {kLayer, "<</Type/OCG/Name(Draft)>>"},
        {kFileNames, "<</Names[(a.txt)<</Type/Filespec/F(a.txt)/EF<</F 39 0 R>>>>]>>"},
        {kMetadata, streamWith("/Type/Metadata/Subtype/XML", "<x:xmpmeta/>")},
        {kFontDescriptor, "<</Type/FontDescriptor/FontName/Sample/Flags 32/FontFile2 35 0 R>>"},
        {kFontProgram, streamWith("", "font program")},
        {kOutlineItem, "<</Title(Part)/Parent 30 0 R/Dest[10 0 R/Fit]>>"},
        {kFontList, "<</Helv 38 0 R>>"},
        {kFormFont, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"},
        {39, streamWith("/Type/EmbeddedFile", "attached")},
        {kUnusedContent, streamWith("", "BT /F1 24 Tf 72 760 Td (Pay 900) Tj ET")},
        {kUnusedFont, "<</Type/Font/Subtype/TrueType/BaseFont/Evil/FirstChar 48/LastChar 49/Widths[500 500]/FontDescriptor 34 0 R>>"},
        {kOverlay, streamWith("/Type/XObject/Subtype/Form/BBox[0 0 595 842]", "1 g 0 0 200 200 re f")},
        {kStrayPage, "<</Type/Page/Parent 2 0 R/Contents 40 0 R/Resources<</Font<</F1 3 0 R>>>>>>"},
        {kNumberField, widget + "/FT/Tx/T(Number)/V(7)/AP<</N 44 0 R>>/DA(/Helv 13 Tf 0 g)/Rect[100 700 160 716]>>"},
        {kDateField, widget + "/FT/Tx/T(Date)/DA(/Helv 13 Tf 0 g)/Rect[250 700 540 716]>>"},
        {kChairField, widget + "/FT/Sig/T(Chair)/Rect[350 200 500 260]>>"},
        {kLink, "<</Type/Annot/Subtype/Link/F 4/Rect[50 50 200 80]/Border[0 0 0]>>"},
        {44, streamWith("/Type/XObject/Subtype/Form/BBox[0 0 60 16]", "BT /Helv 13 Tf (7) Tj ET")},
    };
}

namespace {

Bytes richDocument(const ObjectTexts& instead, pdf::SectionKind kind) {
    ObjectTexts objects = richObjects();
    for (const auto& [number, text] : instead) {
        objects[number] = text;
    }
    return writePdf(objects, kind);
}

}  // namespace

Bytes signedRich(const ObjectTexts& instead, pdf::SectionKind kind) {
    return signByChair(richDocument(instead, kind));
}

Bytes certifiedRich(Certification level, const ObjectTexts& instead) {
    SignatureRequest request = requestFor();
    request.certification = level;
    return signByChair(richDocument(instead, pdf::SectionKind::table), request);
}

}  // namespace congvu::signing::testing
