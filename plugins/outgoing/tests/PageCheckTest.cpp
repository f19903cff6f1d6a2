// SPDX-License-Identifier: Apache-2.0
#include "domain/OwnFileRules.h"
#include "domain/PageCheck.h"
#include "domain/PlaceFinder.h"
#include "domain/ReservedNames.h"
#include "service/PdfMeasures.h"

#include <gmock/gmock.h>

namespace congvu::outgoing {

namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

constexpr double kPoints = 72 / 25.4;
constexpr PageSize kPaper{595.28, 841.89};

/// A word of 14 points whose lower left corner is so many millimetres from the left and from the top.
pdf::Word word(const std::string& text, double leftMm, double topMm, int page = 1) {
    constexpr double kLineHeight = 15.5;
    return {
        text,        page,       leftMm * kPoints, kPaper.height - topMm * kPoints - kLineHeight, 7.0 * static_cast<double>(text.size()),
        kLineHeight, kLineHeight};
}

/// A word whose right edge is so far from the right edge of the page.
pdf::Word wordAtRight(const std::string& text, double rightMm, double topMm) {
    auto made = word(text, 0, topMm);
    made.x = kPaper.width - rightMm * kPoints - made.width;
    return made;
}

std::vector<std::string> codesOf(const std::vector<OwnFileFinding>& findings) {
    std::vector<std::string> codes;
    codes.reserve(findings.size());
    for (const auto& finding : findings) {
        codes.push_back(finding.code);
    }
    return codes;
}

std::vector<pdf::Word> wordsWithin(double leftMm, double rightMm, double topMm) {
    return {word("Left", leftMm, topMm), wordAtRight("right", rightMm, topMm)};
}

TEST(PageCheck, FindsNothingOnPagesAsTheDecreeWantsThem) {
    const std::vector<PdfFont> fonts{{"BAAAAA+LiberationSerif", true, true}, {"CAAAAA+OpenSymbol", true, false}};
    EXPECT_THAT(checkPages({kPaper}, wordsWithin(30, 20, 20), fonts), IsEmpty());
    EXPECT_THAT(checkPages({kPaper}, wordsWithin(35, 15, 25), {{"AAAAAA+TimesNewRomanPSMT", true, true}}), IsEmpty());
}

TEST(PageCheck, TellsMarginsThatAreTooNarrowOrTooWideWithWhatWasMeasured) {
    const auto narrow = checkPages({kPaper}, wordsWithin(20, 10, 12), {});
    EXPECT_THAT(codesOf(narrow), UnorderedElementsAre("margin-left", "margin-right", "margin-top"));
    EXPECT_EQ(narrow.front().value, "20");
    EXPECT_THAT(codesOf(checkPages({kPaper}, wordsWithin(40, 25, 30), {})),
                UnorderedElementsAre("margin-left", "margin-right", "margin-top"));
}

TEST(PageCheck, LooksAtTheLowerMarginOnlyWhereTheTextGoesOn) {
    auto words = wordsWithin(30, 20, 20);
    EXPECT_THAT(checkPages({kPaper}, words, {}), IsEmpty()) << "one page ends where its text ends";
    words.push_back(word("low", 30, 285));
    EXPECT_THAT(codesOf(checkPages({kPaper}, words, {})), ElementsAre("margin-bottom"));
}

TEST(PageCheck, LeavesThePageNumberInTheUpperMarginOut) {
    auto words = wordsWithin(30, 20, 20);
    auto number = word("2", 0, 10, 2);
    number.x = kPaper.width / 2;
    words.push_back(number);
    words.push_back(word("Text", 30, 20, 2));
    words.push_back(word("end", 30, 270, 2));
    EXPECT_THAT(checkPages({kPaper, kPaper}, words, {}), IsEmpty());
}

TEST(PageCheck, TellsPagesThatAreNotA4AndTakesLandscape) {
    const PageSize letter{612, 792};
    const PageSize landscape{kPaper.height, kPaper.width};
    const auto findings = checkPages({kPaper, landscape, letter}, {}, {});
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_EQ(findings[0].code, "not-a4");
    EXPECT_EQ(findings[0].page, 3);
    EXPECT_EQ(findings[0].value, "216 × 279");
}

TEST(PageCheck, TellsFontsThatAreNotEmbeddedNotOfTheTimesKindOrWithoutUnicode) {
    const auto findings = checkPages({kPaper}, {}, {{"Arial", false, true}, {"AAAAAA+.VnTime", true, false}});
    EXPECT_THAT(codesOf(findings), UnorderedElementsAre("font-not-embedded", "font-family", "font-family", "font-no-unicode"));
}

TEST(PdfMeasures, ReadsThePagesAndFontsThatPopplerTells) {
    EXPECT_THAT(pageSizesIn("Title: Page 1 size: 3\nPage    1 size:  595.276 x 841.89 pts (A4)\nPage    2 size:  612 x 792 pts (letter)\n"),
                SizeIs(2));
    const auto fonts = fontsIn(
        "name                                 type              encoding         emb sub uni object ID\n"
        "------------------------------------ ----------------- ---------------- --- --- --- ---------\n"
        "BAAAAA+LiberationSerif               TrueType          WinAnsi          yes yes yes     12  0\n"
        "Helvetica                            CID TrueType      Identity-H       no  no  no       7  0\n");
    ASSERT_THAT(fonts, SizeIs(2));
    EXPECT_EQ(fonts[0].name, "BAAAAA+LiberationSerif");
    EXPECT_TRUE(fonts[0].isEmbedded && fonts[0].hasUnicode);
    EXPECT_FALSE(fonts[1].isEmbedded || fonts[1].hasUnicode);
}

/// The words of a letter in reading order, the blanks as wide as fourteen spaces.
pdf::PdfContent letter() {
    pdf::PdfContent content;
    content.pages = 1;
    content.pageWidth = kPaper.width;
    content.pageHeight = kPaper.height;
    content.words = {word("Số:", 30, 40),   word("/UBND-KT", 55, 40), word("Ví", 90, 48),       word("Dụ,", 97, 48),
                     word("ngày", 105, 48), word("tháng", 130, 48),   word("năm", 158, 48),     word("2026", 170, 48),
                     word("CHỦ", 130, 200), word("TỊCH", 142, 200),   word("Nguyễn", 128, 240), word("Văn", 146, 240),
                     word("Mẫu", 156, 240)};
    return content;
}

const FieldPlace& foundPlace(const FoundPlaces& found, std::string_view field) {
    static const FieldPlace kNowhere;
    const auto* place = placeOf(found.places, field);
    EXPECT_NE(place, nullptr) << field;
    return place == nullptr ? kNowhere : *place;
}

TEST(PlaceFinder, FindsTheBlanksOfNumberAndDateAndTheRoomAboveTheName) {
    const auto found = findPlaces(letter(), "Nguyễn Văn Mẫu");
    EXPECT_THAT(found.findings, IsEmpty());
    const auto& number = foundPlace(found, kNumberField);
    EXPECT_GT(number.x, 30 * kPoints);
    EXPECT_LT(number.x + number.width, 55 * kPoints);
    const auto& day = foundPlace(found, kDayField);
    const auto& month = foundPlace(found, kMonthField);
    EXPECT_GT(day.x, 105 * kPoints);
    EXPECT_LT(day.x + day.width, 130 * kPoints);
    EXPECT_GT(month.x, 130 * kPoints);
    EXPECT_LT(month.x + month.width, 158 * kPoints);
    EXPECT_EQ(found.places.printedYear, 2026);
    EXPECT_EQ(placeOf(found.places, kYearField), nullptr) << "the file prints the year";
    const auto& person = foundPlace(found, kPersonField);
    EXPECT_GT(person.y, kPaper.height - 240 * kPoints);
    EXPECT_LT(person.y + person.height, kPaper.height - 200 * kPoints);
    EXPECT_EQ(placesProblem(found.places), "");
}

TEST(PlaceFinder, FindsTheLastOfSeveralPlacesThatNameTheSigner) {
    auto content = letter();
    content.words.insert(content.words.begin() + 8, {word("Nguyễn", 30, 100), word("Văn", 48, 100), word("Mẫu", 58, 100)});
    EXPECT_LT(foundPlace(findPlaces(content, "nguyễn văn mẫu"), kPersonField).y, kPaper.height - 200 * kPoints);
}

TEST(PlaceFinder, TakesDotsForTheBlankThatTheyStandFor) {
    auto content = letter();
    content.words[1] = word("........../UBND-KT", 42, 40);
    const auto found = findPlaces(content, "Nguyễn Văn Mẫu");
    const auto& number = foundPlace(found, kNumberField);
    EXPECT_GT(number.x + number.width, 42 * kPoints) << "the dots belong to the blank";
    EXPECT_LT(number.x + number.width, 42 * kPoints + content.words[1].width) << "the symbol does not";
}

TEST(PlaceFinder, ReservesTheYearWhereTheFileDoesNotPrintIt) {
    auto content = letter();
    content.words.erase(content.words.begin() + 7);
    const auto found = findPlaces(content, "Nguyễn Văn Mẫu");
    EXPECT_EQ(found.places.printedYear, 0);
    EXPECT_NE(placeOf(found.places, kYearField), nullptr);
    EXPECT_EQ(placesProblem(found.places), "");
}

TEST(PlaceFinder, TellsWhatItDoesNotFind) {
    pdf::PdfContent empty;
    empty.pageHeight = kPaper.height;
    const auto found = findPlaces(empty, "Nguyễn Văn Mẫu");
    EXPECT_THAT(codesOf(found.findings), UnorderedElementsAre("number-place", "date-place", "signature-place"));
    EXPECT_EQ(placesProblem(found.places), "outgoing.own-file-no-number-place");
}

TEST(PlaceFinder, LeavesADateThatIsPrintedAlreadyToTheDrafter) {
    auto content = letter();
    content.words.insert(content.words.begin() + 5, word("05", 118, 48));
    const auto found = findPlaces(content, "Nguyễn Văn Mẫu");
    EXPECT_THAT(codesOf(found.findings), Contains("date-printed"));
    EXPECT_EQ(placesProblem(found.places), "outgoing.own-file-no-date-place");
}

TEST(PlaceFinder, TellsBlanksThatAreTooSmall) {
    auto content = letter();
    content.words[1].x = content.words[0].x + content.words[0].width + 3;
    content.words[5].x = content.words[4].x + content.words[4].width + 4;
    content.words[8].y = content.words[9].y = content.words[10].y + 20;
    const auto found = findPlaces(content, "Nguyễn Văn Mẫu");
    EXPECT_THAT(codesOf(found.findings), UnorderedElementsAre("number-gap", "date-gap", "signature-gap"));
}

TEST(OwnFileRules, PutTheSealOverTheLeftThirdOfTheSignature) {
    const FieldPlace person{std::string{kPersonField}, 2, 300, 100, 120, 57, 13};
    const auto seal = sealPlaceOf(person);
    EXPECT_EQ(seal.page, 2);
    EXPECT_NEAR(seal.x + seal.width, 340, 0.01);
    EXPECT_NEAR(seal.width, 102.05, 0.01);
    EXPECT_NEAR(seal.y + seal.height / 2, 128.5, 0.01);
}

TEST(OwnFileRules, RefusePlacesWithoutSense) {
    const FieldPlace good{std::string{kNumberField}, 1, 60, 700, 50, 16, 13};
    EXPECT_EQ(placeProblem(good, 1), "");
    auto elsewhere = good;
    elsewhere.page = 2;
    EXPECT_NE(placeProblem(elsewhere, 1), "");
    auto flat = good;
    flat.height = 0;
    EXPECT_NE(placeProblem(flat, 1), "");
    auto unknown = good;
    unknown.field = "CoQuan";
    EXPECT_EQ(placeProblem(unknown, 1), "unknown-choice") << "the seal follows the signature";
}

TEST(OwnFileRules, TakeTheWholeLineOfTheDateInsteadOfItsParts) {
    OwnFilePlaces places;
    places.fields = {{std::string{kNumberField}, 1, 60, 700, 50, 16, 13}, {std::string{kPersonField}, 1, 300, 100, 120, 57, 13}};
    EXPECT_EQ(placesProblem(places), "outgoing.own-file-no-date-place");
    places.fields.push_back({std::string{kDateField}, 1, 300, 700, 200, 16, 13});
    EXPECT_EQ(placesProblem(places), "");
}

}  // namespace

}  // namespace congvu::outgoing
