// SPDX-License-Identifier: Apache-2.0
#include "PageFlow.h"
#include "PdfInspection.h"
#include "Samples.h"

#include <gtest/gtest.h>

#include <chrono>

namespace congvu::templates::testing {

namespace {

std::string paragraphs(int count) {
    std::string body;
    for (int number = 1; number <= count; ++number) {
        body += "Đoạn " + std::to_string(number) +
                " nói về việc tiếp nhận, đăng ký, trình, chuyển giao văn bản đến; kiểm tra thể thức, kỹ thuật trình bày; cấp số, thời gian "
                "ban hành và lưu văn bản **theo đúng quy định** của *Nghị định số 30/2020/NĐ-CP*.\n";
    }
    return body;
}

std::vector<FlowBox> boxes(int count, double height) {
    std::vector<FlowBox> result(static_cast<std::size_t>(count));
    for (FlowBox& box : result) {
        box.height = height;
    }
    return result;
}

}  // namespace

TEST(PageFlow, GoesBackToThePlaceWhereAPageMayEnd) {
    auto flow = boxes(5, 30);
    flow[3].mayBreakBefore = false;
    const auto pages = flowIntoPages(flow, 100);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[0].size(), 2U);
    EXPECT_EQ(pages[1].size(), 3U);
}

TEST(PageFlow, EndsAFullPageAnywhereWhenEverythingIsTiedTogether) {
    auto flow = boxes(5, 30);
    for (FlowBox& box : flow) {
        box.mayBreakBefore = false;
    }
    EXPECT_EQ(flowIntoPages(flow, 100).size(), 2U);
}

TEST(PageFlow, GivesABoxHigherThanThePageAPageOfItsOwn) {
    auto flow = boxes(3, 30);
    flow[1].height = 500;
    EXPECT_EQ(flowIntoPages(flow, 100).size(), 3U);
}

TEST(PageBreaks, SignerNeverStandsWithoutTwoLinesOfTheText) {
    for (int count = 1; count <= 24; ++count) {
        const auto file = renderToFile("thong-bao", Sample("thong-bao").set("body", paragraphs(count)).json(), "closing");
        const int last = file.form.pages;
        if (last == 1) {
            continue;
        }
        const auto spans = textSpans(file.path, last);
        const double closing = findSpan(spans, "Nơi nhận:").baseline;
        std::vector<double> linesOfText;
        for (const TextSpan& span : spans) {
            const bool isText = span.baseline > 57 && span.baseline < closing - 10;
            if (isText && (linesOfText.empty() || span.baseline > linesOfText.back() + 1)) {
                linesOfText.push_back(span.baseline);
            }
        }
        EXPECT_GE(linesOfText.size(), 2U) << count << " paragraphs";
    }
}

TEST(PageBreaks, TableRepeatsItsHeaderOnEveryPage) {
    std::string table = "| STT | Tên tài liệu |\n|:-:|:--|\n";
    for (int row = 1; row <= 120; ++row) {
        table += "| " + std::to_string(row) + " | Tài liệu thứ " + std::to_string(row) + " |\n";
    }
    const auto file = renderToFile("ke-hoach", Sample("ke-hoach").set("body", "Danh mục:\n" + table + "Hết.").json(), "table");
    ASSERT_GE(file.form.pages, 3);
    for (int page = 1; page <= 3; ++page) {
        EXPECT_NE(pageText(file.path, page).find("Tên tài liệu"), std::string::npos) << page;
    }
}

TEST(PageBreaks, RowHigherThanAPageIsContinuedAndLosesNothing) {
    std::string cell;
    for (int word = 1; word <= 1500; ++word) {
        cell += "từ" + std::to_string(word) + " ";
    }
    const auto file = renderToFile("ke-hoach", Sample("ke-hoach").set("body", "| A | " + cell + "|\nHết.").json(), "high-row");
    ASSERT_GE(file.form.pages, 3);
    std::string text;
    for (int page = 1; page <= file.form.pages; ++page) {
        text += pageText(file.path, page);
    }
    for (int word = 1; word <= 1500; ++word) {
        EXPECT_NE(text.find("từ" + std::to_string(word) + " "), std::string::npos) << word;
    }
}

TEST(PageBreaks, ManyRecipientsRunOntoTheNextPage) {
    std::string recipients = "[";
    for (int number = 1; number <= 150; ++number) {
        recipients += (number > 1 ? "," : "") + std::string("\"Đơn vị thứ ") + std::to_string(number) + "\"";
    }
    const auto file = renderToFile("cong-van", Sample("cong-van").setJson("recipients", recipients + "]").json(), "recipients");
    EXPECT_GE(file.form.pages, 2);
    EXPECT_NE(pageText(file.path, file.form.pages).find("- Lưu: VT, VP."), std::string::npos);
}

TEST(PageBreaks, EightyPagesAreDrawnWhole) {
    const std::string fields = Sample("bao-cao").set("body", paragraphs(1100)).json();
    const auto begin = std::chrono::steady_clock::now();
    const auto file = renderToFile("bao-cao", fields, "eighty-pages");
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begin;
    RecordProperty("milliseconds", static_cast<int>(spent.count()));
    std::cout << file.form.pages << " pages in " << spent.count() << " ms\n";
    EXPECT_GE(file.form.pages, 80);
    const std::string end = pageText(file.path, file.form.pages - 1) + pageText(file.path, file.form.pages);
    EXPECT_NE(end.find("Đoạn 1099"), std::string::npos);
    EXPECT_NE(end.find("Đoạn 1100"), std::string::npos);
}

}  // namespace congvu::templates::testing
