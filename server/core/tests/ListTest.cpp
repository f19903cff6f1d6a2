// SPDX-License-Identifier: Apache-2.0
#include "PersonalFixture.h"

#include "lists/domain/StoredQuery.h"

namespace congvu::core {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr const char* kList = "incoming.documents";

class ListTest : public PersonalFixture {
protected:
    std::string save(const std::string& post, const std::string& name, const std::string& query = "{}") {
        return core->searches.save(as(post), {kList, name, {R"({"tab":"waiting"})"}, {query}});
    }
    std::vector<std::string> namesOf(const std::string& post) {
        std::vector<std::string> names;
        for (const auto& search : core->searches.all(as(post))) {
            names.push_back(search.name);
        }
        return names;
    }
    std::string csv(const std::string& post, FilterTexts query = {}, const std::vector<std::string>& columns = {}) {
        const auto caller = as(post);
        return core->listFiles.make(StoredQuery{caller, std::move(query)}, kList, columns, sheets::SheetFormat::csv).bytes;
    }
};

}  // namespace

TEST_F(ListTest, SavedSearchesAreThePersonsAndStandAlsoOnAnotherDevice) {
    save(chair, "Chờ tôi");
    const auto view = core->searches.all(as(chair)).front();
    EXPECT_EQ(view.path, "/incoming");
    EXPECT_EQ(view.listTitle.vi, "Văn bản đến");
    EXPECT_EQ(view.address.text, R"({"tab":"waiting"})");
    EXPECT_THAT(namesOf(handler), IsEmpty());
    restart();
    core->lists.add("incoming", "documents", list);
    EXPECT_THAT(namesOf(chair), ElementsAre("Chờ tôi"));
}

TEST_F(ListTest, ASearchIsRenamedOrderedAndRemovedByItsOwnerAlone) {
    const auto a = save(chair, "A");
    const auto b = save(chair, "B");
    const auto c = save(chair, "C");
    core->searches.order(as(chair), {{c, a}});
    EXPECT_THAT(namesOf(chair), ElementsAre("C", "B", "A")) << "what is not named keeps its place";
    EXPECT_EQ(errorOf([&] { core->searches.order(as(handler), {{a}}); }), "/ids/0 core.unknown-search");
    EXPECT_EQ(errorOf([&] { core->searches.order(as(chair), {{a, a}}); }), "/ids/0 core.unknown-search");
    core->searches.rename(as(chair), b, {"Của tôi"});
    EXPECT_EQ(errorOf([&] { core->searches.rename(as(chair), a, {"Của tôi"}); }), "/name core.search-name-taken");
    EXPECT_EQ(errorOf([&] { core->searches.rename(as(handler), a, {"X"}); }), "not-found");
    EXPECT_EQ(errorOf([&] { core->searches.remove(as(handler), a); }), "not-found");
    core->searches.remove(as(chair), a);
    EXPECT_THAT(namesOf(chair), ElementsAre("C", "Của tôi"));
}

TEST_F(ListTest, WhatIsNoFilterIsNotSaved) {
    EXPECT_EQ(errorOf([&] { save(chair, "A", "[]"); }), "/query core.bad-filter");
    EXPECT_EQ(errorOf([&] { save(chair, "A", R"({"q":1})"); }), "/query core.bad-filter");
    EXPECT_EQ(errorOf([&] { save(chair, "A", R"({"q":")" + std::string(600, 'x') + R"("})"); }), "/query core.bad-filter");
    EXPECT_EQ(errorOf([&] { core->searches.save(as(chair), {"incoming.nothing", "A", {"{}"}, {"{}"}}); }), "/list core.unknown-list");
    EXPECT_EQ(errorOf([&] { core->searches.save(as(clerk), {kList, "A", {"{}"}, {"{}"}}); }), "/list core.unknown-list");
    save(chair, "A");
    EXPECT_EQ(errorOf([&] { save(chair, "A"); }), "/name core.search-name-taken");
}

TEST_F(ListTest, SearchesOfAListThatIsNotThereAreHiddenAndKept) {
    save(handler, "Của phòng");
    turnOff(economyA);
    EXPECT_THAT(namesOf(handler), IsEmpty());
    EXPECT_THAT(core->searches.counts(as(handler)), IsEmpty());
    EXPECT_EQ(errorOf([&] { static_cast<void>(core->searches.optionsOf(as(handler), kList)); }), "not-found");
    core->rules.change(systemCaller(), {PluginRule{economyA, "incoming", RuleKind::inherit, {}, {}, ""}});
    EXPECT_THAT(namesOf(handler), ElementsAre("Của phòng"));
}

TEST_F(ListTest, EachSearchHasItsNumberOfNowWhereCountingIsCheap) {
    save(chair, "Đang mở", R"({"state":"open"})");
    save(chair, "Có chữ", R"({"q":"văn bản"})");
    save(chair, "Của phiên bản cũ", R"({"state":"gone"})");
    list->open = 7;
    const auto counts = core->searches.counts(as(chair));
    ASSERT_EQ(counts.size(), 3U);
    EXPECT_EQ(counts[0].count, 7);
    EXPECT_FALSE(counts[1].count);
    EXPECT_FALSE(counts[2].count) << "a filter that the list understands no more";
}

TEST_F(ListTest, ColumnsAreChosenPerPersonAndListAndTheChoiceIsTakenBack) {
    core->searches.chooseColumns(as(chair), kList, {{"subject", "symbol"}});
    EXPECT_THAT(core->searches.optionsOf(as(chair), kList).columns, ElementsAre("subject", "symbol"));
    EXPECT_THAT(core->searches.optionsOf(as(handler), kList).columns, IsEmpty());
    core->searches.chooseColumns(as(chair), kList, {{"symbol"}});
    EXPECT_THAT(core->searches.optionsOf(as(chair), kList).columns, ElementsAre("symbol"));
    core->searches.chooseColumns(as(chair), kList, {});
    EXPECT_THAT(core->searches.optionsOf(as(chair), kList).columns, IsEmpty());
    EXPECT_EQ(errorOf([&] { core->searches.chooseColumns(as(chair), kList, {{"a,b"}}); }), "/columns/0 core.bad-column");
    EXPECT_EQ(errorOf([&] { core->searches.chooseColumns(as(chair), kList, {{"a", "a"}}); }), "/columns/1 core.bad-column");
}

TEST_F(ListTest, AFileHasEveryRowOfTheFilterAndNoFormula) {
    list->open = 2'500;
    const auto text = csv(chair);
    EXPECT_THAT(text, StartsWith("\xEF\xBB\xBFvi incoming.list.symbol,vi incoming.list.subject,vi incoming.list.state\r\n"));
    EXPECT_EQ(std::ranges::count(text, '\n'), 2'501);
    EXPECT_THAT(text, HasSubstr("2499/UBND,'=1+2499,vi incoming.state.open\r\n"));
    EXPECT_EQ(std::ranges::count(csv(chair, {{"state", "done"}}), '\n'), 1);
    EXPECT_EQ(errorOf([&] { csv(chair, {{"state", "gone"}}); }), "/state unknown-choice");
}

TEST_F(ListTest, AFileHasTheColumnsThatAreWantedInTheirOrder) {
    list->open = 1;
    EXPECT_THAT(csv(chair, {}, {"state", "marker", "symbol", "state"}), HasSubstr("vi incoming.state.open,0/UBND\r\n"));
    EXPECT_THAT(csv(chair, {}, {"marker"}), HasSubstr("0/UBND,'=1+0,")) << "a choice that the file knows nothing of is none";
}

TEST_F(ListTest, AWorkbookIsMadeInTheLanguageOfItsReader) {
    auto caller = as(chair);
    caller.locale = "en";
    const auto file = core->listFiles.make(StoredQuery{caller, {}}, kList, {}, sheets::SheetFormat::xlsx);
    EXPECT_EQ(file.fileName, "incoming-documents-2026-03-02.xlsx");
    EXPECT_THAT(file.bytes, StartsWith("PK"));
}

TEST_F(ListTest, AListThatIsTooLongIsRefusedWithTheBound) {
    list->open = static_cast<std::int64_t>(ListFiles::kMostRows);
    EXPECT_EQ(errorOf([&] { csv(chair); }), "none");
    ++list->open;
    EXPECT_EQ(errorOf([&] { csv(chair); }), "core.list-too-long");
}

TEST_F(ListTest, AFileIsForWhoeverHasTheListAndIsAudited) {
    EXPECT_EQ(errorOf([&] { csv(clerk); }), "not-found");
    turnOff(economyA);
    EXPECT_EQ(errorOf([&] { csv(handler); }), "not-found");
    csv(chair);
    const auto rows = db->read([&](db::Reader& reader) {
        return reader.list("SELECT entity_id, detail FROM core_audit WHERE act = 'core.list-taken' ORDER BY seq LIMIT 10", {},
                           [](const db::Row& row) { return row.string(0) + " " + row.string(1); });
    });
    EXPECT_THAT(rows, ElementsAre(R"(incoming.documents {"rows":"3","format":"csv"})"));
}

TEST_F(ListTest, WhatAPluginHasAddedGoesWithIt) {
    core->entities.removeAllOf("incoming");
    core->lists.removeAllOf("incoming");
    EXPECT_EQ(errorOf([&] { csv(chair); }), "not-found");
    EXPECT_EQ(errorOf([&] { core->follows.follow(as(chair), paper("d1")); }), "not-found");
    core->lists.add("incoming", "documents", list);
    EXPECT_THROW(core->lists.add("incoming", "documents", list), std::logic_error);
    EXPECT_EQ(errorOf([&] { csv(chair); }), "none");
}

}  // namespace congvu::core
