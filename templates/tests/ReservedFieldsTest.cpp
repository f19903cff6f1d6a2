// SPDX-License-Identifier: Apache-2.0
#include "PdfInspection.h"
#include "Samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace congvu::templates::testing {

namespace {

constexpr double kMillimetre = 72 / 25.4;

Anchor anchor(const RenderedForm& form, const std::string& name) {
    const auto found = std::find_if(form.anchors.begin(), form.anchors.end(), [&](const Anchor& entry) { return entry.name == name; });
    if (found == form.anchors.end()) {
        throw std::runtime_error("no anchor " + name);
    }
    return *found;
}

/// The dictionary of one form field as qpdf reads it, on one line.
std::string fieldOf(const std::filesystem::path& pdf, const std::string& name) {
    const std::string json = run("qpdf --json=2 --json-key=acroform --json-key=qpdf '" + pdf.string() + "' | tr -d '\\n '");
    const std::size_t at = json.find("\"/T\":\"u:" + name + "\"");
    if (at == std::string::npos) {
        throw std::runtime_error("no field " + name);
    }
    const std::size_t start = json.rfind("\"obj:", at);
    return json.substr(start, json.find("\"obj:", at) - start);
}

}  // namespace

TEST(ReservedFields, AreTheFourOfTheForm) {
    const RenderedFile file = renderSample("cong-van");
    EXPECT_EQ(file.form.anchors.size(), 4U);
    EXPECT_NE(fieldOf(file.path, "NguoiKy").find("\"/FT\":\"/Sig\""), std::string::npos);
    EXPECT_NE(fieldOf(file.path, "CoQuan").find("\"/FT\":\"/Sig\""), std::string::npos);
    EXPECT_NE(fieldOf(file.path, "SoKyHieu").find("\"/FT\":\"/Tx\""), std::string::npos);
    EXPECT_NE(fieldOf(file.path, "NgayBanHanh").find("\"/FT\":\"/Tx\""), std::string::npos);
}

TEST(ReservedFields, AreEmptyAndWithoutBorder) {
    const RenderedFile file = renderSample("quyet-dinh");
    for (const char* name : {"NguoiKy", "CoQuan", "SoKyHieu", "NgayBanHanh"}) {
        const std::string field = fieldOf(file.path, name);
        EXPECT_EQ(field.find("\"/V\""), std::string::npos) << name;
        EXPECT_EQ(field.find("\"/MK\""), std::string::npos) << name;
        EXPECT_EQ(field.find("\"/Border\""), std::string::npos) << name;
    }
}

TEST(ReservedFields, NameSizeStyleAndAlignmentOfTheTextToCome) {
    const RenderedFile file = renderSample("quyet-dinh");
    const std::string number = fieldOf(file.path, "SoKyHieu");
    EXPECT_NE(number.find("/TiRo13Tf0g"), std::string::npos) << number;
    EXPECT_NE(number.find("\"/Q\":2"), std::string::npos) << number;
    const std::string date = fieldOf(file.path, "NgayBanHanh");
    EXPECT_NE(date.find("/TiIt13Tf0g"), std::string::npos) << date;
    EXPECT_NE(date.find("\"/Q\":1"), std::string::npos) << date;
}

TEST(ReservedFields, NumberStandsBetweenItsLabelAndTheSymbol) {
    const RenderedFile file = renderSample("cong-van");
    const Anchor number = anchor(file.form, "SoKyHieu");
    const auto spans = textSpans(file.path, 1);
    const TextSpan label = findSpan(spans, "Số:");
    const double baseline = 841.89 - label.baseline;
    EXPECT_GT(number.x, label.left);
    EXPECT_NEAR(number.width, 11 * kMillimetre, 0.5);
    EXPECT_GT(baseline, number.y);
    // The lower edge is the font's descent (0.216 em) below the base line.
    EXPECT_NEAR(baseline - number.y, 0.216 * 13, 0.5);
}

TEST(ReservedFields, ASymbolWithItsOwnSeparatorFollowsTheNumberWithoutTheSlash) {
    const RenderedFile file = renderToFile("chi-thi", Sample("chi-thi").set("symbol", "-CT/TU").json(), "chi-thi-party");
    EXPECT_NO_THROW((void)findSpan(textSpans(file.path, 1), "-CT/TU"));
    for (const TextSpan& span : textSpans(file.path, 1)) {
        EXPECT_EQ(span.text.find("/-CT"), std::string::npos) << span.text;
    }
}

TEST(ReservedFields, SignatureStandsInTheMiddleBetweenPositionAndName) {
    const RenderedFile file = renderSample("quyet-dinh");
    const Anchor signature = anchor(file.form, "NguoiKy");
    EXPECT_NEAR(signature.width, 45 * kMillimetre, 0.1);
    EXPECT_NEAR(signature.height, 20 * kMillimetre, 0.1);
    const auto spans = textSpans(file.path, 1);
    const double name = 841.89 - findSpan(spans, "Nguyễn Văn Thí Dụ").baseline;
    EXPECT_GT(signature.y, name + 5);
    EXPECT_NEAR(signature.x + signature.width / 2, (210 - 15 - 85.0 / 2) * kMillimetre, 1);
}

TEST(ReservedFields, SealHasItsRealSizeAndCoversAThirdOfTheSignatureOnItsLeft) {
    for (const auto& form : catalog().forms()) {
        const RenderedFile file = renderSample(form->id);
        const Anchor signature = anchor(file.form, "NguoiKy");
        const Anchor seal = anchor(file.form, "CoQuan");
        EXPECT_EQ(seal.page, signature.page);
        EXPECT_NEAR(seal.width, 36 * kMillimetre, 0.1);
        EXPECT_NEAR(seal.height, 36 * kMillimetre, 0.1);
        EXPECT_LT(seal.x, signature.x);
        EXPECT_NEAR(seal.x + seal.width - signature.x, signature.width / 3, 0.2);
        EXPECT_NEAR(seal.y + seal.height / 2, signature.y + signature.height / 2, 0.1);
    }
}

TEST(ReservedFields, SealingLocksNumberAndDate) {
    const std::string seal = fieldOf(renderSample("cong-van").path, "CoQuan");
    EXPECT_NE(seal.find("\"/Action\":\"/Include\""), std::string::npos);
    EXPECT_NE(seal.find("u:SoKyHieu"), std::string::npos);
    EXPECT_NE(seal.find("u:NgayBanHanh"), std::string::npos);
}

TEST(ReservedFields, PreviewHasNoFieldsAndSaysDraft) {
    const auto file = renderToFile("cong-van", Sample("cong-van").json(), "preview", RenderPurpose::preview);
    EXPECT_TRUE(file.form.anchors.empty());
    EXPECT_EQ(file.form.pdf.find("/AcroForm"), std::string::npos);
    const auto spans = textSpans(file.path, 1);
    EXPECT_TRUE(std::any_of(spans.begin(), spans.end(), [](const TextSpan& span) { return span.size > 80; }));
}

TEST(ReservedFields, PreviewShowsAHalfFilledForm) {
    const RenderOutcome outcome = renderer().render(*form("quyet-dinh"), R"({"subject":"Về việc đang soạn"})", {RenderPurpose::preview});
    ASSERT_TRUE(outcome.form);
    EXPECT_EQ(outcome.form->pages, 1);
}

}  // namespace congvu::templates::testing
