// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

namespace congvu::incoming {

namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

/// What people arrange for themselves around the list and the documents.
class PersonalListsTest : public IncomingFixture {
protected:
    TestResponse csv(const http::Caller& caller, const std::string& query = "") {
        return harness.get(caller, "/api/v1/lists/incoming.documents/file?format=csv" + query);
    }
    std::vector<std::string> symbols(const http::Caller& caller, const std::string& query) {
        const auto page = harness.get(caller, "/documents?limit=50" + query);
        EXPECT_EQ(page.status, 200) << page.body;
        std::vector<std::string> found;
        for (int i = 0; !page.at("items/" + std::to_string(i)).empty(); ++i) {
            found.push_back(page.at("items/" + std::to_string(i) + "/symbol"));
        }
        return found;
    }
    std::string marker(const http::Caller& caller) {
        return harness.post(caller, "/api/v1/markers", R"({"name":"Gấp","tone":"red"})").at("id");
    }
    int mark(const http::Caller& caller, const std::string& document, const std::string& markers) {
        return harness.put(caller, "/api/v1/marked/incoming/document/" + document, R"({"markerIds":[)" + markers + "]}").status;
    }
    std::vector<std::string> news(const http::Caller& caller) {
        harness.runBackground();
        const auto page = harness.get(caller, "/api/v1/notifications?limit=50");
        std::vector<std::string> titles;
        for (int i = 0; !page.at("items/" + std::to_string(i)).empty(); ++i) {
            titles.push_back(page.at("items/" + std::to_string(i) + "/title"));
        }
        return titles;
    }
};

}  // namespace

TEST_F(PersonalListsTest, TheFileHasTheRowsThatItsReaderSeesAndNoOthers) {
    directed("15/UBND-VX");
    submitted("16/UBND-VX");
    const auto ofClerk = csv(clerk);
    EXPECT_EQ(ofClerk.status, 200);
    EXPECT_THAT(ofClerk.body, AllOf(StartsWith("\xEF\xBB\xBFSố đến,"), HasSubstr("15/UBND-VX"), HasSubstr("16/UBND-VX")));
    EXPECT_THAT(csv(handler).body, AllOf(HasSubstr("15/UBND-VX"), Not(HasSubstr("16/UBND-VX")))) << "what his unit was given";
    EXPECT_THAT(csv(harness.as("handler", "vp-a")).body, Not(HasSubstr("UBND-VX")));
    EXPECT_THAT(csv(harness.as("clerk", "xa-b")).body, Not(HasSubstr("UBND-VX")));
    EXPECT_EQ(csv(harness.as("administrator", "xa-a")).status, 404);
}

TEST_F(PersonalListsTest, TheFileIsWhatTheFilterSaysInTheReadersLanguage) {
    directed("15/UBND-VX");
    submitted("16/UBND-VX");
    const auto waiting = csv(clerk, "&tab=waiting&columns=state,symbol");
    EXPECT_EQ(waiting.body, "\xEF\xBB\xBFTrạng thái,\"Số, ký hiệu\"\r\nChờ chỉ đạo,16/UBND-VX\r\n");
    EXPECT_EQ(csv(clerk, "&tab=gone").at("errors/0/pointer"), "/tab");
    EXPECT_EQ(harness.get(clerk, "/api/v1/lists/incoming.documents/file?format=pdf").at("errors/0/pointer"), "/format");
    const auto book = harness.get(clerk, "/api/v1/lists/incoming.documents/file?format=xlsx");
    EXPECT_THAT(book.body, StartsWith("PK"));
}

TEST_F(PersonalListsTest, TheListIsNarrowedToOwnMarkers) {
    const auto first = submitted("15/UBND-VX");
    submitted("16/UBND-VX");
    const auto urgent = marker(clerk);
    ASSERT_EQ(mark(clerk, first, '"' + urgent + '"'), 204);
    EXPECT_THAT(symbols(clerk, "&marker=" + urgent), ElementsAre("15/UBND-VX"));
    EXPECT_THAT(symbols(clerk, "&tab=done&marker=" + urgent), IsEmpty());
    EXPECT_THAT(symbols(chair, "&marker=" + urgent), IsEmpty()) << "of the clerk, not of the chair";
    EXPECT_THAT(csv(clerk, "&marker=" + urgent).body, AllOf(HasSubstr("15/UBND-VX"), Not(HasSubstr("16/UBND-VX"))));
    const auto ofHead = marker(head);
    EXPECT_EQ(mark(head, first, '"' + ofHead + '"'), 404) << "the head does not see the document yet";
}

TEST_F(PersonalListsTest, AMarkerOpensNothing) {
    const auto id = directed("15/UBND-VX");
    const auto urgent = marker(head);
    ASSERT_EQ(mark(head, id, '"' + urgent + '"'), 204);
    EXPECT_THAT(symbols(head, "&marker=" + urgent), ElementsAre("15/UBND-VX"));
    ASSERT_EQ(harness.post(chair, "/documents/" + id + "/direction-withdrawal", R"({"reason":"Giao nhầm phòng"})").status, 200);
    EXPECT_THAT(symbols(head, "&marker=" + urgent), IsEmpty());
    EXPECT_EQ(harness.get(head, "/api/v1/entities/incoming/document/" + id).status, 404);
}

TEST_F(PersonalListsTest, ASavedSearchHasTheNumberThatItsListHas) {
    directed("15/UBND-VX");
    submitted("16/UBND-VX");
    submitted("17/UBND-VX");
    const auto save = [&](const std::string& name, const std::string& query) {
        return harness.post(clerk, "/api/v1/saved-searches",
                            R"({"list":"incoming.documents","name":")" + name + R"(","address":{},"query":)" + query + "}");
    };
    ASSERT_EQ(save("Chờ chỉ đạo", R"({"tab":"waiting"})").status, 201);
    ASSERT_EQ(save("Văn thư", R"({"q":"văn thư"})").status, 201);
    ASSERT_EQ(save("Cũ", R"({"tab":"gone"})").status, 201);
    const auto counts = harness.get(clerk, "/api/v1/saved-searches/counts");
    EXPECT_EQ(counts.at("items/0/count"), "2");
    EXPECT_EQ(counts.at("items/1/count"), "") << "words are looked for document by document";
    EXPECT_EQ(counts.at("items/2/count"), "");
    EXPECT_EQ(harness.get(clerk, "/api/v1/saved-searches").at("items/0/path"), "/incoming");
}

TEST_F(PersonalListsTest, WhoeverFollowsIsToldOfEveryStepInWords) {
    const auto id = submitted();
    ASSERT_EQ(harness.put(clerk, "/api/v1/follows/incoming/document/" + id, "").status, 204);
    ASSERT_EQ(harness.post(chair, "/documents/" + id + "/direction", directionJson(harness.unitId("kt-a"))).status, 201);
    EXPECT_THAT(news(clerk), ::testing::Contains("Cho ý kiến chỉ đạo"));
    EXPECT_EQ(harness.get(clerk, "/api/v1/follows").at("items/0/lastStep"), "Cho ý kiến chỉ đạo");
    ASSERT_EQ(harness.del(clerk, "/api/v1/follows/incoming/document/" + id).status, 204);
    const auto before = news(clerk).size();
    ASSERT_EQ(harness.post(chair, "/documents/" + id + "/direction-withdrawal", R"({"reason":"Giao nhầm"})").status, 200);
    EXPECT_EQ(news(clerk).size(), before);
}

TEST_F(PersonalListsTest, WhatNobodyMayKnowIsNotFoundBeforeTheBodyIsLookedAt) {
    const auto id = submitted();
    const auto stranger = harness.as("clerk", "xa-b");
    const std::string bad = R"({"khongCo":1})";
    EXPECT_EQ(harness.put(stranger, "/api/v1/marked/incoming/document/" + id, bad).status, 404);
    EXPECT_EQ(harness.post(stranger, "/api/v1/unit-notes/incoming/document/" + id, bad).status, 404);
    EXPECT_EQ(harness.get(stranger, "/api/v1/unit-notes/incoming/document/" + id).status, 404);
    EXPECT_EQ(harness.put(stranger, "/api/v1/follows/incoming/document/" + id, "").status, 404);
    EXPECT_EQ(harness.put(harness.as("administrator", "xa-a"), "/api/v1/lists/incoming.documents/columns", bad).status, 404);
    const auto note = harness.post(clerk, "/api/v1/unit-notes/incoming/document/" + id, R"({"text":"Đã gọi điện"})").at("id");
    EXPECT_EQ(harness.put(stranger, "/api/v1/unit-notes/" + note, bad).status, 404);
    EXPECT_EQ(harness.put(clerk, "/api/v1/unit-notes/" + note, bad).status, 422);
}

}  // namespace congvu::incoming
