// SPDX-License-Identifier: Apache-2.0
#include "PdfInspection.h"
#include "Samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

namespace congvu::templates::testing {

namespace {

using Errors = std::vector<FieldError>;

Errors check(const std::string& json) {
    return renderer().check(*form("cong-van"), json);
}

Errors checkWith(const std::string& key, const std::string& text) {
    return check(Sample("cong-van").set(key, text).json());
}

}  // namespace

TEST(FieldCheck, SamplesOfAllFormsAreGood) {
    for (const auto& each : catalog().forms()) {
        EXPECT_EQ(renderer().check(*each, Sample(each->id).json()), Errors{}) << each->id;
    }
}

TEST(FieldCheck, ReportsAllMissingValuesAtOnce) {
    const Errors errors = check("{}");
    for (const char* pointer : {"/agency", "/symbol", "/place", "/subject", "/addressees", "/body", "/signer", "/archive"}) {
        EXPECT_NE(std::find(errors.begin(), errors.end(), FieldError{pointer, "required"}), errors.end()) << pointer;
    }
    EXPECT_EQ(errors.size(), 8U);
}

TEST(FieldCheck, RefusesWhatIsNotAnObject) {
    EXPECT_EQ(check("{"), (Errors{{"", "not-json"}}));
    EXPECT_EQ(check("[]"), (Errors{{"", "not-an-object"}}));
    EXPECT_EQ(check("{\"subject\":\"\xff\xfe\"}"), (Errors{{"", "invalid-encoding"}}));
    EXPECT_EQ(check(std::string(5 * 1024 * 1024, ' ')), (Errors{{"", "too-large"}}));
    EXPECT_EQ(check(std::string(100'000, '[')), (Errors{{"", "not-json"}}));
}

TEST(FieldCheck, RefusesUnknownFieldsAndWrongTypes) {
    EXPECT_EQ(checkWith("colour", "red"), (Errors{{"/colour", "unknown-field"}}));
    EXPECT_EQ(check(Sample("cong-van").setJson("subject", "7").json()), (Errors{{"/subject", "wrong-type"}}));
    EXPECT_EQ(check(Sample("cong-van").setJson("recipients", R"(["Như trên",{}])").json()), (Errors{{"/recipients/1", "wrong-type"}}));
    EXPECT_EQ(check(Sample("cong-van").setJson("signer", R"({"name":"A","position":"B","rank":"C"})").json()),
              (Errors{{"/signer/rank", "unknown-field"}}));
}

TEST(FieldCheck, RefusesThreeHundredThousandCharacters) {
    EXPECT_EQ(checkWith("body", std::string(300'000, 'a')), (Errors{{"/body", "too-long"}}));
    EXPECT_EQ(checkWith("subject", std::string(501, 'a')), (Errors{{"/subject", "too-long"}}));
    EXPECT_EQ(checkWith("subject", std::string(500, 'a')), Errors{});
}

TEST(FieldCheck, CountsLettersAndNotBytes) {
    std::string letters;
    for (int count = 0; count < 500; ++count) {
        letters += "ệ";
    }
    EXPECT_EQ(checkWith("subject", letters), Errors{});
    EXPECT_EQ(checkWith("subject", letters + "ệ"), (Errors{{"/subject", "too-long"}}));
}

TEST(FieldCheck, RefusesTooManyListItems) {
    std::string items = "[\"a\"";
    for (int count = 0; count < 200; ++count) {
        items += ",\"a\"";
    }
    EXPECT_EQ(check(Sample("cong-van").setJson("recipients", items + "]").json()), (Errors{{"/recipients", "too-many"}}));
}

TEST(FieldCheck, RefusesControlAndDirectionCharacters) {
    EXPECT_EQ(checkWith("subject", "a\x01z"), (Errors{{"/subject", "control-character"}}));
    EXPECT_EQ(checkWith("subject", std::string("a\0z", 3)), (Errors{{"/subject", "control-character"}}));
    EXPECT_EQ(checkWith("subject", "số \u202E21"), (Errors{{"/subject", "bidi-control"}}));
    EXPECT_EQ(checkWith("subject", "\uFFFC"), (Errors{{"/subject", "control-character"}}));
    EXPECT_EQ(checkWith("place", "Suối\nMơ"), (Errors{{"/place", "line-break"}}));
}

TEST(FieldCheck, RefusesCharactersThatTheFontCannotPrint) {
    EXPECT_EQ(checkWith("subject", "公"), (Errors{{"/subject", "unsupported-character"}}));
    EXPECT_EQ(checkWith("subject", "😀"), (Errors{{"/subject", "unsupported-character"}}));
}

TEST(FieldCheck, DropsInvisibleMarksLeftByCopying) {
    const auto file = renderToFile("cong-van", Sample("cong-van").set("subject", "rà\u200B soát\uFEFF").json(), "marks");
    EXPECT_NE(pageText(file.path, 1).find("V/v rà soát "), std::string::npos);
}

TEST(FieldCheck, PrintsDecomposedVietnameseComposed) {
    const std::string decomposed = "a\u0302\u0301 e\u0302\u0323 o\u031B\u0309 u\u031B\u0303";
    const auto file = renderToFile("cong-van", Sample("cong-van").set("subject", decomposed).json(), "nfc");
    EXPECT_NE(pageText(file.path, 1).find("V/v ấ ệ ở ữ"), std::string::npos);
}

TEST(FieldCheck, ComposesALongRunOfMarksInLinearTime) {
    std::string marks = "a";
    for (int count = 0; count < 200'000; ++count) {
        marks += count % 2 == 0 ? "\u0323" : "\u0301";
    }
    // Far too long for the field even before it is composed; what counts is that the answer comes.
    EXPECT_EQ(checkWith("subject", marks), (Errors{{"/subject", "too-long"}}));
    EXPECT_EQ(checkWith("body", marks).size(), 0U);
}

TEST(FieldCheck, RefusesDatesThatDoNotExist) {
    const auto checkDate = [](const std::string& date) {
        return renderer().check(*form("giay-moi"), Sample("giay-moi").set("eventDate", date).json());
    };
    for (const char* wrong : {"2026-02-30", "2026-13-01", "01/02/2026", "2026-1-1", "----------"}) {
        EXPECT_EQ(checkDate(wrong), (Errors{{"/eventDate", "not-a-date"}})) << wrong;
    }
    EXPECT_EQ(checkDate("2028-02-29"), Errors{});
}

TEST(FieldCheck, RefusesAnUnknownUrgency) {
    EXPECT_EQ(checkWith("urgency", "mat"), (Errors{{"/urgency", "not-an-option"}}));
}

TEST(FieldCheck, RefusesAnUnknownAuthorityPrefix) {
    const std::string signer = R"({"name":"A","position":"B","authority":[{"prefix":"PP.","of":"C"}]})";
    EXPECT_EQ(check(Sample("cong-van").setJson("signer", signer).json()), (Errors{{"/signer/authority/0/prefix", "unknown-prefix"}}));
}

TEST(FieldCheck, RefusesATableWithTooManyColumns) {
    EXPECT_EQ(checkWith("body", "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 |"), (Errors{{"/body", "too-many-columns"}}));
}

TEST(FieldCheck, ReportsAtMostAHundredErrors) {
    std::string json = "{\"x0\":1";
    for (int count = 1; count < 5000; ++count) {
        json += ",\"x" + std::to_string(count) + "\":1";
    }
    EXPECT_EQ(check(json + "}").size(), 100U);
}

TEST(FieldCheck, NamesWhatIsWrongInAnAppendix) {
    const auto checkAppendices = [](const std::string& json) {
        return renderer().check(*form("ke-hoach"), Sample("ke-hoach").setJson("appendices", json).json());
    };
    EXPECT_EQ(checkAppendices(R"([{"title":"A","text":"B"}])"), Errors{});
    EXPECT_EQ(checkAppendices(R"([{"title":"","text":""}])"), Errors{}) << "begun and left empty";
    EXPECT_EQ(checkAppendices(R"({})"), (Errors{{"/appendices", "wrong-type"}}));
    EXPECT_EQ(checkAppendices(R"([{"title":"A","text":"B"},{"title":"A"}])"), (Errors{{"/appendices/1", "wrong-type"}}));
    EXPECT_EQ(checkAppendices(R"([{"title":"A","text":7}])"), (Errors{{"/appendices/0/text", "wrong-type"}}));
    EXPECT_EQ(checkAppendices(R"([{"title":"","text":"B"}])"), (Errors{{"/appendices/0/title", "required"}}));
    EXPECT_EQ(checkAppendices(R"([{"title":"A\u0001","text":"B"}])"), (Errors{{"/appendices/0/title", "control-character"}}));
    EXPECT_EQ(checkAppendices(R"([{"title":"A","text":"| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 |"}])"),
              (Errors{{"/appendices/0/text", "too-many-columns"}}));
    std::string many = R"([{"title":"A","text":"B"})";
    for (int count = 0; count < 30; ++count) {
        many += R"(,{"title":"A","text":"B"})";
    }
    EXPECT_EQ(checkAppendices(many + "]"), (Errors{{"/appendices", "too-many"}}));
}

TEST(FieldCheck, PrintsMarkupOfOneLineFieldsAsTyped) {
    const auto file = renderToFile("cong-van", Sample("cong-van").set("subject", "**{body}** *a*").json(), "literal");
    EXPECT_NE(pageText(file.path, 1).find("V/v **{body}** *a*"), std::string::npos);
}

TEST(FieldCheck, DrawsDeeplyMixedMarkupWithoutHarm) {
    std::string body;
    for (int count = 0; count < 40'000; ++count) {
        body += count % 3 == 0 ? "**" : count % 3 == 1 ? "a*" : "\\*|";
    }
    EXPECT_TRUE(renderer().render(*form("cong-van"), Sample("cong-van").set("body", body).json()).form);
}

TEST(FieldCheck, RendersTheSameOnManyThreads) {
    const std::string fields = Sample("cong-van").json();
    const RenderOptions options{RenderPurpose::original, std::chrono::sys_seconds{}};
    std::vector<std::string> results(6);
    std::vector<std::thread> threads;
    for (std::string& result : results) {
        threads.emplace_back([&] { result = renderer().render(*form("cong-van"), fields, options).form->pdf; });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const std::string& result : results) {
        EXPECT_EQ(result.size(), results.front().size());
    }
}

}  // namespace congvu::templates::testing
