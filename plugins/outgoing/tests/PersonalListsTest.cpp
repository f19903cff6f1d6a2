// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"

#include <gmock/gmock.h>

namespace congvu::outgoing {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// What people arrange for themselves around the list and the documents.
class PersonalDocumentLists : public OutgoingFixture {
protected:
    std::string csv(const http::Caller& caller, const std::string& query = "") {
        const auto file = harness.get(caller, "/api/v1/lists/outgoing.documents/file?format=csv" + query);
        EXPECT_EQ(file.status, 200) << file.body;
        return file.body;
    }
    /// The number of a saved search with that filter; empty where it has none.
    std::string countOf(const http::Caller& caller, const std::string& query) {
        const auto saved = harness.post(caller, "/api/v1/saved-searches",
                                        R"({"list":"outgoing.documents","name":"Thử","address":{},"query":)" + query + "}");
        EXPECT_EQ(saved.status, 201) << saved.body;
        const auto count = harness.get(caller, "/api/v1/saved-searches/counts").at("items/0/count");
        EXPECT_EQ(harness.del(caller, "/api/v1/saved-searches/" + saved.at("id")).status, 204);
        return count;
    }
};

}  // namespace

TEST_F(PersonalDocumentLists, TheFileHasTheDocumentsThatItsReaderSees) {
    makeDraft();
    EXPECT_THAT(csv(handler), HasSubstr("báo cáo kết quả thử nghiệm"));
    EXPECT_THAT(csv(clerk), Not(HasSubstr("thử nghiệm"))) << "a draft is not the clerk's yet";
    EXPECT_THAT(csv(harness.as("chair", "xa-b")), Not(HasSubstr("thử nghiệm")));
    EXPECT_THAT(csv(handler, "&state=issued"), Not(HasSubstr("thử nghiệm")));
    EXPECT_EQ(csv(handler, "&mine=true&columns=state,type"), "\xEF\xBB\xBFTrạng thái,Loại văn bản\r\nDự thảo,Công văn\r\n");
}

TEST_F(PersonalDocumentLists, TheListIsNarrowedToOwnMarkers) {
    const auto first = makeDraft();
    makeDraft();
    const auto marker = harness.post(handler, "/api/v1/markers", R"({"name":"Gấp","tone":"red"})").at("id");
    const auto path = "/api/v1/marked/outgoing/document/" + first;
    ASSERT_EQ(harness.put(handler, path, R"({"markerIds":[")" + marker + R"("]})").status, 204);
    EXPECT_EQ(harness.put(clerk, path, "{}").status, 404);
    EXPECT_THAT(column(harness.get(handler, "/documents?marker=" + marker), "id"), ElementsAre(first));
    EXPECT_THAT(column(harness.get(head, "/documents?marker=" + marker), "id"), IsEmpty());
    EXPECT_EQ(countOf(handler, R"({"marker":")" + marker + R"("})"), "1");
}

TEST_F(PersonalDocumentLists, CountsWhatCountersAndIndexesKnow) {
    makeSigned();
    EXPECT_EQ(countOf(clerk, R"({"state":"signed"})"), "1");
    EXPECT_EQ(countOf(clerk, R"({"state":"numbered,sealed"})"), "0");
    EXPECT_EQ(countOf(handler, R"({"state":"signed"})"), "") << "he reads a part of them";
    EXPECT_EQ(countOf(clerk, R"({"state":"draft"})"), "");
    EXPECT_EQ(countOf(clerk, R"({"q":"báo cáo"})"), "");
    EXPECT_EQ(countOf(chair, R"({"waiting":"true"})"), "0");
}

TEST_F(PersonalDocumentLists, AStepIsToldToWhoeverFollows) {
    const auto id = makeDraft();
    ASSERT_EQ(harness.put(head, "/api/v1/follows/outgoing/document/" + id, "").status, 204);
    ASSERT_EQ(submit(id, usualChain()).status, 200);
    harness.runBackground();
    EXPECT_THAT(harness.get(head, "/api/v1/notifications?limit=50").body, HasSubstr("Trình dự thảo"));
}

}  // namespace congvu::outgoing
