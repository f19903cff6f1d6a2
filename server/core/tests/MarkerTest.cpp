// SPDX-License-Identifier: Apache-2.0
#include "PersonalFixture.h"

#include "congvu/lists/MarkerFilter.h"

namespace congvu::core {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class MarkerTest : public PersonalFixture {
protected:
    std::string make(const std::string& post, const std::string& name) {
        return core->markers.create(as(post), {name, MarkerTone::red}).id;
    }
    void choose(const std::string& post, const std::string& paperId, const std::vector<std::string>& markers) {
        core->markers.choose(as(post), paper(paperId), {markers});
    }
    std::vector<std::string> markersOf(const std::string& post, const std::string& paperId) {
        return db->read([&](db::Reader& reader) { return core->markers.of(reader, as(post), paper(paperId)); });
    }
    /// Ids of documents that a list narrowed by the marker would keep.
    std::vector<std::string> narrowed(const std::string& post, const std::string& marker) {
        const auto person = as(post).personId;
        const auto condition = lists::markedCondition({"t.entity_id", "incoming", "document"}, "$1", "$2");
        return db->read([&](db::Reader& reader) {
            return reader.list("SELECT DISTINCT t.entity_id FROM " + std::string{lists::kMarkedFrom} + "core_timeline t WHERE " +
                                   condition + " ORDER BY t.entity_id LIMIT 10",
                               {person, marker}, [](const db::Row& row) { return row.string(0); });
        });
    }
};

}  // namespace

TEST_F(MarkerTest, AreTheOwnersAlone) {
    const auto id = make(handler, "Gấp");
    EXPECT_EQ(core->markers.list(as(handler)).front().name, "Gấp");
    EXPECT_THAT(core->markers.list(as(colleague)), IsEmpty());
    EXPECT_EQ(errorOf([&] { core->markers.requireOwn(as(colleague), id); }), "not-found");
    EXPECT_EQ(errorOf([&] { core->markers.remove(as(colleague), id); }), "not-found");
    EXPECT_EQ(errorOf([&] { choose(colleague, "d1", {id}); }), "/markerIds/0 core.unknown-marker");
    EXPECT_THAT(markersOf(colleague, "d1"), IsEmpty());
}

TEST_F(MarkerTest, StandUponWhatIsSeenOnly) {
    const auto id = make(handler, "Gấp");
    EXPECT_EQ(errorOf([&] { choose(handler, "d2", {id}); }), "not-found");
    choose(handler, "d1", {id});
    EXPECT_THAT(markersOf(handler, "d1"), ElementsAre(id));
    turnOff(economyA);
    EXPECT_EQ(errorOf([&] { choose(handler, "d1", {}); }), "not-found");
    EXPECT_THAT(core->markers.marked(as(handler), "incoming", "document"), IsEmpty());
}

TEST_F(MarkerTest, AChoiceReplacesTheOneBefore) {
    const auto urgent = make(handler, "Gấp");
    const auto later = make(handler, "Để sau");
    choose(handler, "d1", {urgent, later});
    choose(handler, "d1", {later});
    EXPECT_THAT(markersOf(handler, "d1"), ElementsAre(later));
    const auto marked = core->markers.marked(as(handler), "incoming", "document");
    ASSERT_EQ(marked.size(), 1U);
    EXPECT_EQ(marked.front().entityId, "d1");
    choose(handler, "d1", {});
    EXPECT_THAT(markersOf(handler, "d1"), IsEmpty());
}

TEST_F(MarkerTest, AChoiceThatIsRefusedChangesNothing) {
    const auto urgent = make(handler, "Gấp");
    choose(handler, "d1", {urgent});
    EXPECT_EQ(errorOf([&] { choose(handler, "d1", {urgent, "khong-co"}); }), "/markerIds/1 core.unknown-marker");
    EXPECT_THAT(markersOf(handler, "d1"), ElementsAre(urgent));
}

TEST_F(MarkerTest, HaveNamesOfTheirOwnAndGoWithWhatTheyMarked) {
    const auto urgent = make(handler, "Gấp");
    EXPECT_EQ(errorOf([&] { make(handler, "Gấp"); }), "/name core.marker-name-taken");
    const auto later = make(handler, "Để sau");
    EXPECT_EQ(errorOf([&] { core->markers.change(as(handler), later, {"Gấp", MarkerTone::blue}); }), "/name core.marker-name-taken");
    core->markers.change(as(handler), urgent, {"Rất gấp", MarkerTone::amber});
    EXPECT_EQ(core->markers.list(as(handler)).front().name, "Rất gấp");
    choose(handler, "d1", {urgent});
    core->markers.remove(as(handler), urgent);
    EXPECT_THAT(markersOf(handler, "d1"), IsEmpty());
    EXPECT_EQ(core->markers.list(as(handler)).size(), 1U);
}

TEST_F(MarkerTest, ThereAreThirtyOfAPersonAtMost) {
    for (std::size_t count = 0; count < Markers::kMostMarkers; ++count) {
        make(handler, "Nhãn " + std::to_string(count));
    }
    EXPECT_EQ(errorOf([&] { make(handler, "Một nhãn nữa"); }), "core.too-many-markers");
}

TEST_F(MarkerTest, AListIsNarrowedToWhatItsReaderHasMarked) {
    papers->readers["d2"] = {handler};
    step(chair, "d1");
    step(chair, "d2");
    const auto id = make(handler, "Gấp");
    choose(handler, "d2", {id});
    EXPECT_THAT(narrowed(handler, id), ElementsAre("d2"));
    EXPECT_THAT(narrowed(colleague, id), IsEmpty()) << "somebody else's marker finds nothing";
}

}  // namespace congvu::core
