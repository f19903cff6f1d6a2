// SPDX-License-Identifier: Apache-2.0
// What is added to a PDF/A document keeps what the document claims (ISO 19005).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/ArchiveProfile.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A document that claims a part of PDF/A, with or without an output intent.
Bytes archiveDocument(int part, bool hasIntent, bool isElement = false) {
    const std::string number = std::to_string(part);
    const std::string claim = isElement
                                  ? "<rdf:Description><pdfaid:part>" + number + "</pdfaid:part></rdf:Description>"
                                  : "<rdf:Description xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" pdfaid:part=\"" + number + "\"/>";
    std::map<pdf::ObjectNumber, std::string> objects{
        {1, std::string("<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R") +
                (hasIntent ? "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)>>]" : "") + ">>"},
        {2, "<</Type/Pages/Count 1/Kids[3 0 R]>>"},
        {3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"},
        {4, "<</Length 0>>\nstream\n\nendstream"},
        {5, "<</Type/Metadata/Subtype/XML/Length " + std::to_string(claim.size()) + ">>\nstream\n" + claim + "\nendstream"}};
    return writePdf(objects, pdf::SectionKind::table);
}

/// The increment of a visible signature with image and text, uncompressed.
std::string signedText(const Bytes& original) {
    SignatureRequest request = requestFor("Visible");
    request.appearance = Appearance::make({samplePng(), {"Nguyễn Văn Mẫu"}, regularFont()});
    request.placement = Placement{1, {100, 100, 200, 60}};
    const Bytes document = signByChair(original, request);
    EXPECT_EQ(TestPki::instance().validator().validate(document, TestPki::now()).verdict, Verdict::valid);
    const TemporaryFolder folder;
    return runCommand("qpdf --qdf --object-streams=disable --stream-data=uncompress " + folder.write("signed.pdf", document) + " -").output;
}

TEST(ArchiveProfile, IsReadFromTheMetadataWhicheverWayItIsWritten) {
    const auto partOf = [](const Bytes& document) { return pdf::ArchiveProfile::of(pdf::Reader(ByteView(document))).part; };
    EXPECT_EQ(partOf(archiveDocument(1, true)), 1);
    EXPECT_EQ(partOf(archiveDocument(2, true, true)), 2);
    EXPECT_EQ(partOf(archiveDocument(9, true)), 0);
    EXPECT_EQ(partOf(makePdf()), 0);
}

TEST(FirstPartOfPdfA, GetsAnImageOnWhiteWithoutSoftMaskAndFontsWithACidSet) {
    const std::string text = signedText(archiveDocument(1, true));
    EXPECT_THAT(text, Not(HasSubstr("/SMask")));
    EXPECT_THAT(text, Not(HasSubstr("/Group")));
    EXPECT_THAT(text, Not(HasSubstr("/DeviceRGB")));
    EXPECT_THAT(text, HasSubstr("/CalRGB"));
    EXPECT_THAT(text, HasSubstr("/CIDSet"));
    EXPECT_THAT(text, HasSubstr("/FontFile2"));
    // The sample's weak pixels are 200, 0, 0 at 40 of 255: on white 246, 215, 215.
    EXPECT_THAT(text, HasSubstr("\xF6\xD7\xD7"));
}

TEST(LaterPartsOfPdfA, KeepTheSoftMaskWhereAnOutputIntentGivesABlendingSpace) {
    EXPECT_THAT(signedText(archiveDocument(2, true)), HasSubstr("/SMask"));
    EXPECT_THAT(signedText(archiveDocument(3, false)), Not(HasSubstr("/SMask")));
}

TEST(PdfAWithoutOutputIntent, GetsNoDeviceColours) {
    const std::string text = signedText(archiveDocument(2, false));
    EXPECT_THAT(text, Not(HasSubstr("/Device")));
    EXPECT_THAT(text, HasSubstr("/Cal cs 0 sc"));
    EXPECT_THAT(text, HasSubstr("/CalGray"));
}

TEST(InvisibleSignatureInPdfA, HasAnEmptyAppearance) {
    const Bytes document = signByChair(archiveDocument(1, true));
    const pdf::Reader reader{ByteView(document)};
    const auto& field = reader.object(reader.get(reader.get(reader.catalog(), "AcroForm"), "Fields").items().at(0).number());
    const auto appearance = reader.get(field, "AP").get("N");
    ASSERT_TRUE(appearance.isReference());
    EXPECT_TRUE(reader.decodedStream(appearance.number()).empty());
    EXPECT_EQ(field.get("F").integerValue() & 0x3F, 4) << "printed, neither hidden nor without view";
}

TEST(OrdinaryDocument, KeepsDeviceColoursAndTheSoftMask) {
    const std::string text = signedText(makePdf());
    EXPECT_THAT(text, HasSubstr("/SMask"));
    EXPECT_THAT(text, HasSubstr("/DeviceRGB"));
    EXPECT_THAT(text, Not(HasSubstr("/CIDSet")));
}

}  // namespace
}  // namespace congvu::signing::testing
