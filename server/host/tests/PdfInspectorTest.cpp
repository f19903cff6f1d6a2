// SPDX-License-Identifier: Apache-2.0
#include "congvu/process/LimitedProcess.h"
#include "pdf/BoundingBoxReader.h"
#include "pdf/PopplerInspector.h"
#include "testing/ErrorLog.h"
#include "testing/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <cstdio>
#include <fstream>

namespace congvu::host {
namespace {

/// Objects from number 1 on, the first of them the catalogue, with their cross-reference table.
std::string pdfOf(const std::vector<std::string>& objects) {
    const auto size = std::to_string(objects.size() + 1);
    std::string pdf = "%PDF-1.4\n";
    std::string table = "xref\n0 " + size + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        char line[32];
        std::snprintf(line, sizeof line, "%010zu 00000 n \n", pdf.size());
        table += line;
        pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto start = pdf.size();
    return pdf + table + "trailer<</Size " + size + "/Root 1 0 R>>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

/// A correct one-page PDF with the given content stream.
std::string makePdf(const std::string& content, const std::string& firstFilter = "") {
    return pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                  "<<" + firstFilter + "/Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream",
                  "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"});
}

class PdfInspection : public ::testing::Test {
protected:
    pdf::PdfContent inspect(const std::string& bytes) {
        const auto file = folder.path() / "a.pdf";
        std::ofstream(file, std::ios::binary) << bytes;
        return inspector.inspect(file);
    }
    congvu::testing::TemporaryFolder folder;
    congvu::testing::ErrorLog log;
    PopplerInspector inspector{log};
};

TEST_F(PdfInspection, FindsWordsWithTheirPlaces) {
    const auto content = inspect(makePdf("BT /F 12 Tf 100 700 Td (Kinh gui) Tj ET"));
    EXPECT_EQ(content.problem, pdf::PdfProblem::none);
    EXPECT_EQ(content.pages, 1);
    EXPECT_NEAR(content.pageWidth, 595, 0.5);
    ASSERT_EQ(content.words.size(), 2U);
    EXPECT_EQ(content.words[0].text, "Kinh");
    EXPECT_NEAR(content.words[0].x, 100, 1);
    EXPECT_NEAR(content.words[0].y, 700, 5);  // the lower edge lies a little below the base line
    EXPECT_EQ(content.words[0].page, 1);
    EXPECT_THAT(content.text, ::testing::StartsWith("Kinh gui\n"));
}

TEST_F(PdfInspection, NamesWhatIsWrongWithAFile) {
    EXPECT_EQ(inspect("").problem, pdf::PdfProblem::empty);
    EXPECT_EQ(inspect("MZ this is a program").problem, pdf::PdfProblem::notPdf);
    const auto whole = makePdf("BT /F 12 Tf 100 700 Td (Kinh gui) Tj ET");
    EXPECT_EQ(inspect(whole.substr(0, whole.size() / 2)).problem, pdf::PdfProblem::truncated);
    EXPECT_EQ(inspect("%PDF-1.4\nnothing in it\n%%EOF\n").problem, pdf::PdfProblem::truncated);
}

TEST_F(PdfInspection, SeesAPageTreeThatContainsItself) {
    const std::string catalogue = "<</Type/Catalog/Pages 2 0 R>>";
    const std::string page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";
    EXPECT_EQ(inspect(pdfOf({catalogue, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"})).problem, pdf::PdfProblem::endlessPages);
    EXPECT_EQ(inspect(pdfOf({catalogue, "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>", page})).problem, pdf::PdfProblem::endlessPages);
    EXPECT_EQ(inspect(pdfOf({catalogue, "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>", page, page})).pages, 2);
}

TEST_F(PdfInspection, SeesEncryption) {
    const auto plain = folder.path() / "plain.pdf";
    std::ofstream(plain, std::ios::binary) << makePdf("BT /F 12 Tf 100 700 Td (a) Tj ET");
    for (const std::string userPassword : {"", "user"}) {
        const auto target = folder.path() / ("encrypted" + userPassword + ".pdf");
        const auto result =
            process::runLimited({"/usr/bin/qpdf", "--encrypt", userPassword, "owner", "256", "--", plain.string(), target.string()}, {});
        ASSERT_EQ(result.exitCode, 0) << result.errors;
        EXPECT_EQ(inspector.inspect(target).problem, pdf::PdfProblem::encrypted);
    }
}

TEST_F(PdfInspection, KeepsTheTextOfAHugePageWithinItsLimits) {
    std::string content = "BT /F 6 Tf 10 800 Td ";
    for (int i = 0; i < 40'000; ++i) {
        content += "(ab) Tj 0.01 -0.01 Td ( ) Tj ";
    }
    const auto result = inspect(makePdf(content + "ET"));
    EXPECT_LE(result.words.size(), kMaximumWords);
    EXPECT_LE(result.text.size(), kMaximumTextCharacters + 1);
}

TEST(PdfBoundingBoxes, TurnsPlacesToTheLowerLeftAndDecodesEntities) {
    pdf::PdfContent content;
    readBoundingBoxes(R"(<page width="595.0" height="842.0"><flow><block><line xMin="10" yMin="100" xMax="60" yMax="112">
        <word xMin="10" yMin="100" xMax="30" yMax="112">A&amp;&lt;B</word></line></block></flow></page>
        <page width="595.0" height="800.0"><line yMin="0" yMax="10"><word xMin="1" yMin="0" xMax="2" yMax="10">hai</word></line></page>)",
                      content);
    ASSERT_EQ(content.words.size(), 2U);
    EXPECT_EQ(content.words[0].text, "A&<B");
    EXPECT_DOUBLE_EQ(content.words[0].y, 730);
    EXPECT_DOUBLE_EQ(content.words[0].width, 20);
    EXPECT_DOUBLE_EQ(content.words[0].fontSize, 12);
    EXPECT_EQ(content.words[1].page, 2);
    EXPECT_DOUBLE_EQ(content.words[1].y, 790);
}

TEST(PdfBoundingBoxes, SkipsWhatItDoesNotKnow) {
    pdf::PdfContent content;
    readBoundingBoxes("<word>no page</word><page", content);
    readBoundingBoxes("<<<>>><word xMin=\"x\">\x01</word>", content);
    EXPECT_LE(content.words.size(), 1U);
}

}  // namespace
}  // namespace congvu::host
