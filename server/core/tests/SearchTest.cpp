// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"

namespace congvu::core {

namespace {

class SearchTest : public CoreTest {
protected:
    SearchTest() : clerk(as(addPost(officeA, "clerk"))) { startJobs(); }

    search::SearchDocument document(const std::string& id, const std::string& title, Date date = {2026, 3, 1}) {
        search::SearchDocument found;
        found.entity = {"incoming", "document", id};
        found.agencyId = communeA;
        found.title = title;
        found.subtitle = "15/UBND-VX";
        found.date = date;
        found.link = "/incoming/documents/" + id;
        found.accessTokens = {"agency-with:" + communeA + ":incoming.register"};
        return found;
    }
    void put(const search::SearchDocument& what) {
        db->write([&](db::Tx& tx) { core->search.put(tx, what); });
        jobs.runAll();
    }
    std::string find(std::string_view words) { return find(clerk, words); }
    std::string find(const http::Caller& caller, std::string_view words) {
        std::string ids;
        for (const auto& hit : core->search.find(caller, words, "", "", {}).items) {
            ids.append(ids.empty() ? "" : " ").append(hit.id);
        }
        return ids;
    }

    http::Caller clerk;
};

}  // namespace

TEST_F(SearchTest, MarksAndTheStrokeOfDDoNotMatter) {
    put(document("d1", "Đẩy mạnh chuyển đổi số tại xã Hoà Bình"));
    for (const auto* words : {"đẩy mạnh", "day manh", "DAY MANH", "chuyen doi so", "hòa bình", "hoà bình", "hoa binh", "15/UBND"}) {
        EXPECT_EQ(find(words), "d1") << words;
    }
    EXPECT_EQ(find("nông thôn"), "");
}

TEST_F(SearchTest, TheLastWordMayBeUnfinished) {
    put(document("d1", "Kế hoạch phòng chống thiên tai"));
    EXPECT_EQ(find("phong ch"), "d1");
    EXPECT_EQ(find("pho chong"), "") << "only the last word is a beginning";
}

TEST_F(SearchTest, QuotesKeepWordsTogether) {
    put(document("d1", "Kế hoạch sử dụng đất"));
    put(document("d2", "Sử liệu về dụng cụ đất nung"));
    EXPECT_EQ(find("\"su dung dat\""), "d1");
    EXPECT_EQ(find("su dung dat"), "d2 d1");
}

TEST_F(SearchTest, TheNewestDateComesFirst) {
    put(document("old", "Báo cáo quý", {2025, 12, 31}));
    put(document("new", "Báo cáo quý", {2026, 3, 1}));
    put(document("middle", "Báo cáo quý", {2026, 1, 15}));
    EXPECT_EQ(find("bao cao"), "new middle old");
}

TEST_F(SearchTest, NobodyFindsWhatIsNotForHim) {
    put(document("d1", "Báo cáo quý"));
    auto forPost = document("d2", "Báo cáo quý riêng");
    const auto headPost = addPost(economyA, "head");
    forPost.accessTokens = {"post:" + headPost};
    put(forPost);
    EXPECT_EQ(find("bao cao"), "d1");
    EXPECT_EQ(find(as(headPost), "bao cao"), "d2");
    EXPECT_EQ(find(as(addPost(communeB, "clerk")), "bao cao"), "");
    EXPECT_EQ(find(as(addPost(officeA, "handler")), "bao cao"), "");
}

TEST_F(SearchTest, ADocumentThatIsPutAgainReplacesItself) {
    put(document("d1", "Tên cũ"));
    put(document("d1", "Tên mới", {2026, 3, 2}));
    EXPECT_EQ(find("cu"), "");
    EXPECT_EQ(find("ten moi"), "d1");
    db->write([&](db::Tx& tx) { core->search.remove(tx, {"incoming", "document", "d1"}); });
    jobs.runAll();
    EXPECT_EQ(find("ten moi"), "");
}

TEST_F(SearchTest, APluginThatIsOffIsNotFound) {
    put(document("d1", "Báo cáo quý"));
    core->rules.change({}, {{communeA, "incoming", RuleKind::off, {}, {}, ""}});
    EXPECT_EQ(find("bao cao"), "");
    core->rules.change({}, {{communeA, "incoming", RuleKind::on, {}, {}, ""}});
    EXPECT_EQ(find("bao cao"), "d1");
}

TEST_F(SearchTest, TextIsFoundAndShownAroundTheHit) {
    auto with = document("d1", "Công văn");
    with.text = "Căn cứ Nghị định số 30 về công tác văn thư, đề nghị các đơn vị báo cáo trước ngày 15 tháng 3.";
    put(with);
    const auto hits = core->search.find(clerk, "de nghi", "", "", {}).items;
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_NE(hits.front().snippet.find("đề nghị các đơn vị"), std::string::npos);
}

TEST_F(SearchTest, StrangeInputIsOnlyText) {
    put(document("d1", "Báo cáo quý"));
    for (const auto* words : {"\"", "*", "bao\" OR \"x", "folded : x", "(((", "-bao", "", "   "}) {
        EXPECT_EQ(errorOf([&] { find(words); }), "none") << words;
    }
}

TEST_F(SearchTest, APageGoesOnWhereTheLastEnded) {
    for (int count = 0; count < 9; ++count) {
        put(document("d" + std::to_string(count), "Báo cáo quý"));
    }
    db::PageRequest page{"", 4};
    std::size_t seen = 0;
    do {
        const auto found = core->search.find(clerk, "bao cao", "", "", page);
        seen += found.items.size();
        page.cursor = found.next.value_or("");
    } while (!page.cursor.empty());
    EXPECT_EQ(seen, 9U);
}

}  // namespace congvu::core
