// SPDX-License-Identifier: Apache-2.0
#include "PersonalFixture.h"

namespace congvu::core {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class NoteTest : public PersonalFixture {
protected:
    std::string add(const std::string& post, const std::string& text, const std::string& paperId = "d1") {
        return core->notes.add(as(post), paper(paperId), {text}).id;
    }
    std::vector<std::string> read(const http::Caller& caller) {
        std::vector<std::string> texts;
        for (const auto& note : core->notes.list(caller, paper("d1"))) {
            texts.push_back(note.text);
        }
        return texts;
    }
};

}  // namespace

TEST_F(NoteTest, AreReadByMembersOfTheUnitOnly) {
    add(handler, "Đã gọi điện cho huyện");
    EXPECT_THAT(read(as(colleague)), ElementsAre("Đã gọi điện cho huyện"));
    EXPECT_THAT(read(as(chair)), IsEmpty()) << "the chair sees the document, not the division's notes";
    add(chair, "Chờ ý kiến Thường trực");
    EXPECT_THAT(read(as(chair)), ElementsAre("Chờ ý kiến Thường trực"));
    EXPECT_THAT(read(as(handler)), ElementsAre("Đã gọi điện cho huyện"));
}

TEST_F(NoteTest, AMemberWhoDoesNotSeeTheDocumentSeesNoNote) {
    const auto id = add(handler, "Đã gọi điện cho huyện");
    papers->readers["d1"].erase(colleague);
    EXPECT_EQ(errorOf([&] { read(as(colleague)); }), "not-found");
    EXPECT_EQ(errorOf([&] { core->notes.requireOwn(as(colleague), id); }), "not-found");
    EXPECT_EQ(errorOf([&] { add(colleague, "Tôi cũng vậy"); }), "not-found");
    turnOff(economyA);
    EXPECT_EQ(errorOf([&] { read(as(handler)); }), "not-found");
}

TEST_F(NoteTest, AreChangedAndRemovedByTheirAuthorAlone) {
    const auto id = add(handler, "Đã gọi điện cho huyện");
    EXPECT_EQ(errorOf([&] { core->notes.edit(as(colleague), id, {"Khác"}); }), "core.note-of-another");
    EXPECT_EQ(errorOf([&] { core->notes.remove(as(colleague), id); }), "core.note-of-another");
    EXPECT_EQ(errorOf([&] { core->notes.remove(as(chair), id); }), "not-found");
    EXPECT_FALSE(core->notes.list(as(colleague), paper("d1")).front().mine);
    core->notes.edit(as(handler), id, {"Đã gọi lại"});
    const auto note = core->notes.list(as(handler), paper("d1")).front();
    EXPECT_EQ(note.text, "Đã gọi lại");
    EXPECT_TRUE(note.mine);
    EXPECT_TRUE(note.editedAt);
    core->notes.remove(as(handler), id);
    EXPECT_THAT(read(as(handler)), IsEmpty());
    EXPECT_EQ(errorOf([&] { core->notes.requireOwn(as(handler), id); }), "not-found");
}

TEST_F(NoteTest, NothingIsWrittenAboutAStateSecret) {
    papers->readers["mat"] = {handler};
    EXPECT_EQ(errorOf([&] { add(handler, "Nội dung", "mat"); }), "core.secret-no-notes");
    EXPECT_FALSE(core->marks.of(as(handler), paper("mat")).takesNotes);
}

TEST_F(NoteTest, WhoActsForAnotherReadsAndWritesTheNotesOfHisOwnUnit) {
    add(chair, "Chờ ý kiến Thường trực");
    auto acting = as(chair);
    acting.personId = as(handler).personId;
    acting.behalf = http::Behalf{"m1", handler, "Chuyên viên", "Chủ tịch", "Người chair"};
    EXPECT_THAT(read(acting), IsEmpty());
    papers->readers["d1"].erase(handler);
    EXPECT_THAT(read(acting), IsEmpty()) << "he sees the document by the mandate";
}

TEST_F(NoteTest, TheAuditTellsThatThereIsANoteAndNotWhatItSays) {
    add(handler, "Bí mật của phòng");
    const auto rows = db->read([&](db::Reader& reader) {
        return reader.list("SELECT act, detail FROM core_audit WHERE entity_id = 'd1' ORDER BY seq LIMIT 10", {},
                           [](const db::Row& row) { return row.string(0) + " " + row.string(1); });
    });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_THAT(rows.front(), ::testing::StartsWith("core.note-added"));
    EXPECT_THAT(rows.front(), ::testing::Not(::testing::HasSubstr("Bí mật")));
}

TEST_F(NoteTest, OpenPagesOfTheUnitAreToldAndNoOthers) {
    startJobs();
    add(handler, "Đã gọi điện cho huyện");
    jobs.runAll();
    std::set<std::string> told;
    for (const auto& sent : live.sent()) {
        if (sent.data.find("unit-notes/incoming/document/d1") != std::string::npos) {
            told.insert(sent.to);
        }
    }
    EXPECT_EQ(told, (std::set<std::string>{handler, colleague}));
}

TEST_F(NoteTest, AreCountedBesideWhatElseTheCallerHasThere) {
    add(handler, "Một");
    add(colleague, "Hai");
    core->follows.follow(as(handler), paper("d1"));
    const auto marker = core->markers.create(as(handler), {"Gấp", MarkerTone::red}).id;
    core->markers.choose(as(handler), paper("d1"), {{marker}});
    const auto marks = core->marks.of(as(handler), paper("d1"));
    EXPECT_EQ(marks.notes, 2);
    EXPECT_TRUE(marks.isFollowed);
    EXPECT_THAT(marks.markerIds, ElementsAre(marker));
    const auto others = core->marks.of(as(colleague), paper("d1"));
    EXPECT_EQ(others.notes, 2);
    EXPECT_FALSE(others.isFollowed);
    EXPECT_THAT(others.markerIds, IsEmpty());
    EXPECT_EQ(errorOf([&] { static_cast<void>(core->marks.of(as(clerk), paper("d1"))); }), "not-found");
}

}  // namespace congvu::core
