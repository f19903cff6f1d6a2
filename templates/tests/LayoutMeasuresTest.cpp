// SPDX-License-Identifier: Apache-2.0
#include "PdfInspection.h"
#include "Samples.h"

#include <gtest/gtest.h>

#include <algorithm>

/// The measures of Decree 30/2020/NĐ-CP, App. I, read back from finished files.
namespace congvu::templates::testing {

namespace {

constexpr double kPoint = 0.5;
constexpr double kHalfMillimetre = 0.5 * 72 / 25.4;
constexpr double kMillimetre = 72 / 25.4;

class LayoutMeasures : public ::testing::Test {
protected:
    static void expectSpan(const std::vector<TextSpan>& spans, const std::string& text, double size, const char* style) {
        const TextSpan span = findSpan(spans, text);
        EXPECT_NEAR(span.size, size, kPoint) << text;
        EXPECT_EQ(span.isBold(), std::string(style).find("bold") != std::string::npos) << text << " " << span.font;
        EXPECT_EQ(span.isItalic(), std::string(style).find("italic") != std::string::npos) << text << " " << span.font;
    }

    const std::filesystem::path decision = renderSample("quyet-dinh").path;
    const std::filesystem::path letter = renderSample("cong-van").path;
};

}  // namespace

TEST_F(LayoutMeasures, PageIsA4Portrait) {
    EXPECT_NE(run("pdfinfo '" + decision.string() + "'").find("595.276 x 841.89 pts (A4)"), std::string::npos);
}

TEST_F(LayoutMeasures, TextStaysWithinTheMargins) {
    for (const char* id : {"quyet-dinh", "bao-cao", "cong-van"}) {
        const RenderedFile file = renderSample(id);
        std::istringstream lines(run("pdftotext -bbox '" + file.path.string() + "' -"));
        for (std::string line; std::getline(lines, line);) {
            if (line.find("<word ") == std::string::npos || line.find(">2</word>") != std::string::npos) {
                continue;
            }
            const auto value = [&](const std::string& name) { return std::stod(line.substr(line.find(name + "=\"") + name.size() + 2)); };
            EXPECT_GE(value("xMin"), 30 * kMillimetre - kHalfMillimetre) << line;
            EXPECT_LE(value("xMax"), (210 - 15) * kMillimetre + kHalfMillimetre) << line;
            EXPECT_GE(value("yMin"), 20 * kMillimetre - kHalfMillimetre) << line;
            EXPECT_LE(value("yMax"), (297 - 20) * kMillimetre + kHalfMillimetre) << line;
        }
    }
}

TEST_F(LayoutMeasures, LetterheadHasTheSizesAndStylesOfTheDecree) {
    const auto spans = textSpans(decision, 1);
    expectSpan(spans, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "bold");
    expectSpan(spans, "Độc lập - Tự do - Hạnh phúc", 13, "bold");
    expectSpan(spans, "ỦY BAN NHÂN DÂN", 12, "bold");
    expectSpan(spans, "TỈNH MÂY TRẮNG", 12, "bold");
    expectSpan(spans, "Số:", 13, "regular");
    expectSpan(spans, "Mây Trắng, ngày", 13, "italic");
    const auto submission = textSpans(renderSample("to-trinh").path, 1);
    expectSpan(submission, "TỈNH MÂY TRẮNG", 12, "regular");
    expectSpan(submission, "SỞ XÂY DỰNG", 12, "bold");
}

TEST_F(LayoutMeasures, TitleBasesArticlesAndClosingHaveTheSizesAndStylesOfTheDecree) {
    const auto spans = textSpans(decision, 1);
    expectSpan(spans, "QUYẾT ĐỊNH", 14, "bold");
    expectSpan(spans, "Về việc phê duyệt", 14, "bold");
    expectSpan(spans, "Căn cứ Luật", 14, "italic");
    expectSpan(spans, "Điều 1.", 14, "bold");
    expectSpan(spans, "Phê duyệt dự toán", 14, "regular");
    expectSpan(spans, "Nơi nhận:", 12, "bold italic");
    expectSpan(spans, "- Lưu: VT, TH.", 11, "regular");
    expectSpan(spans, "CHỦ TỊCH", 14, "bold");
    expectSpan(spans, "Nguyễn Văn Thí Dụ", 14, "bold");
    const auto letterSpans = textSpans(letter, 1);
    expectSpan(letterSpans, "V/v báo cáo", 12, "regular");
    expectSpan(letterSpans, "Kính gửi:", 14, "regular");
}

TEST_F(LayoutMeasures, MottoIsUnderlinedInItsFullLengthAndTheAgencyByAThirdToAHalf) {
    const auto lines = strokes(decision, 1);
    ASSERT_EQ(lines.size(), 3U) << "agency, motto, subject";
    const auto lengthOf = [](const Stroke& stroke) { return stroke.right - stroke.left; };
    // The words' own boxes give the length of the text.
    const std::string words = run("pdftotext -bbox-layout '" + decision.string() + "' -");
    const auto textLength = [&](const std::string& first, const std::string& last) {
        const auto edge = [&](const std::string& word, const std::string& name) {
            const std::size_t end = words.find(">" + word + "</word>");
            const std::size_t at = words.rfind(name + "=\"", end);
            return std::stod(words.substr(at + name.size() + 2));
        };
        return edge(last, "xMax") - edge(first, "xMin");
    };
    EXPECT_NEAR(lengthOf(lines[1]), textLength("Độc", "phúc"), kHalfMillimetre);
    const double agency = textLength("ỦY", "DÂN");
    EXPECT_GE(lengthOf(lines[0]), agency / 3);
    EXPECT_LE(lengthOf(lines[0]), agency / 2);
}

TEST_F(LayoutMeasures, NumberAndDateStandOnOneLine) {
    const auto spans = textSpans(decision, 1);
    EXPECT_NEAR(findSpan(spans, "Số:").baseline, findSpan(spans, "Mây Trắng, ngày").baseline, kPoint);
}

TEST_F(LayoutMeasures, ParagraphsAreIndentedBy127MillimetresAndAtLeastSixPointsApart) {
    const auto spans = textSpans(letter, 1);
    EXPECT_NEAR(findSpan(spans, "1. Ủy ban").left, (30 + 12.7) * kMillimetre, kHalfMillimetre);
    EXPECT_NEAR(findSpan(spans, "giải quyết của cấp").left, 30 * kMillimetre, kHalfMillimetre);
    const double withinParagraph = findSpan(spans, "giải quyết của cấp").baseline - findSpan(spans, "1. Ủy ban").baseline;
    const double betweenParagraphs = findSpan(spans, "2. Đề nghị").baseline - findSpan(spans, "giải quyết của cấp").baseline;
    EXPECT_GE(betweenParagraphs - withinParagraph, 6 - 0.01);
}

TEST_F(LayoutMeasures, PageNumberStandsAtTheTopInTheMiddleFromTheSecondPageOn) {
    const RenderedFile report = renderSample("bao-cao");
    ASSERT_EQ(report.form.pages, 2);
    const TextSpan number =
        textSpans(report.path, 2).front().text == "2" ? textSpans(report.path, 2).front() : findSpan(textSpans(report.path, 2), "2");
    EXPECT_NEAR(number.size, 13, kPoint);
    EXPECT_LT(number.baseline, 20 * kMillimetre);
    EXPECT_NEAR(number.left + number.size / 4, (30 + 165.0 / 2) * kMillimetre, kHalfMillimetre);
    for (const TextSpan& span : textSpans(report.path, 1)) {
        EXPECT_GT(span.baseline, 20 * kMillimetre) << span.text;
    }
}

TEST_F(LayoutMeasures, UrgencyStampHasTheSizeOfItsDegree) {
    const std::vector<std::pair<const char*, double>> stamps{{"khan", 20}, {"hoa-toc", 30}, {"thuong-khan", 40}};
    for (const auto& [urgency, width] : stamps) {
        const auto file = renderToFile("cong-van", Sample("cong-van").set("urgency", urgency).json(), std::string("urgency-") + urgency);
        const auto lines = strokes(file.path, 1);
        const bool found = std::any_of(lines.begin(), lines.end(), [&](const Stroke& stroke) {
            // The frame is drawn inside: its middle line is one point smaller.
            return std::abs(stroke.right - stroke.left + 1 - width * kMillimetre) < kHalfMillimetre &&
                   std::abs(stroke.bottom - stroke.top + 1 - 8 * kMillimetre) < kHalfMillimetre;
        });
        EXPECT_TRUE(found) << urgency;
    }
}

TEST_F(LayoutMeasures, AuthorityPrefixesStandAboveThePosition) {
    const auto spans = textSpans(letter, 1);
    const double of = findSpan(spans, "TM. ỦY BAN NHÂN DÂN").baseline;
    const double head = findSpan(spans, "KT. CHỦ TỊCH").baseline;
    const double position = findSpan(spans, "PHÓ CHỦ TỊCH").baseline;
    EXPECT_LT(of, head);
    EXPECT_LT(head, position);
    EXPECT_LT(position, findSpan(spans, "Trần Thị Mẫu").baseline);
}

TEST_F(LayoutMeasures, EveryVietnameseLetterIsPrintedInAllFourStyles) {
    const std::string letters =
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
        "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ";
    const std::string body = letters + "\n**" + letters + "**\n*" + letters + "*\n***" + letters + "***";
    const auto file = renderToFile("cong-van", Sample("cong-van").set("body", body).json(), "letters");
    std::string text = pageText(file.path, 1);
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    std::size_t copies = 0;
    for (std::size_t at = text.find(letters); at != std::string::npos; at = text.find(letters, at + 1)) {
        ++copies;
    }
    EXPECT_EQ(copies, 4U);
}

}  // namespace congvu::templates::testing
