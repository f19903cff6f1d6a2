// SPDX-License-Identifier: Apache-2.0
#include "congvu/testing/PluginHarness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace {

struct NewNote {
    std::string text;
};
struct Note {
    std::string id;
    std::string text;
    std::string author;
};

}  // namespace

template <>
struct congvu::json::Description<NewNote> {
    static auto fields() { return std::tuple{field("text", &NewNote::text).required().maxLength(20)}; }
};
template <>
struct congvu::json::Description<Note> {
    static auto fields() { return std::tuple{field("id", &Note::id), field("text", &Note::text), field("author", &Note::author)}; }
};

namespace {

using congvu::AppError;
using congvu::EntityRef;
using congvu::ErrorKind;
using congvu::db::Row;
using congvu::db::Tx;
using congvu::events::Event;
using congvu::http::Request;
using congvu::http::Response;
using congvu::http::Route;
using congvu::testing::PluginHarness;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// The smallest plugin that uses every service the harness stands in for.
class NotesPlugin final : public congvu::Plugin {
public:
    void start(congvu::PluginContext& context) override {
        context_ = &context;
        context.routes().add(
            Route::post("/notes").needs("notes.write").says("Adds a note").by([this](const Request& request) { return add(request); }));
        context.routes().add(Route::put("/notes/{id}").needs("notes.write").says("Changes a note").by([this](const Request& request) {
            return change(request);
        }));
        context.routes().add(Route::get("/notes").needs("notes.write").says("All notes").by([this](const Request&) { return list(); }));
        context.routes().add(
            Route::post("/files").needs("notes.write").says("Keeps a file").acceptsFiles(100'000).by([this](const Request& request) {
                return keep(request);
            }));
        context.events().subscribe("tasks.task-created.v1", [this](const Event& event) { takeTask(event); });
        context.jobs().add("clean-up", congvu::jobs::Schedule::every(std::chrono::hours{1}), [this] { removeAll(); });
    }

private:
    Response add(const Request& request) {
        const auto input = request.body<NewNote>();
        const auto& caller = request.caller();
        const auto id = congvu::newId();
        context_->db().write([&](Tx& tx) {
            const auto count = tx.one("SELECT count(*) FROM notes_note", {}, [](const Row& row) { return row.integer(0); });
            const auto maximum = context_->settings().number("notes.maximum", caller.unitId);
            if (count.value() >= maximum) {
                throw AppError(ErrorKind::conflict, "notes.full", {{"maximum", std::to_string(maximum)}});
            }
            insert(tx, id, input.text, caller.personName);
            const EntityRef entity{"notes", "note", id};
            context_->inbox().create(tx, {entity,
                                          "notes.read",
                                          congvu::inbox::Assignee::post(caller.postId),
                                          caller.agencyId,
                                          input.text,
                                          "",
                                          "",
                                          "normal",
                                          {},
                                          ""});
            context_->events().publishJson(tx, {"notes.note-added.v1", entity, caller.agencyId, caller.postId}, "{}");
        });
        return Response::json(Note{id, input.text, caller.personName}, 201).version(1);
    }
    Response change(const Request& request) {
        const auto input = request.body<NewNote>();
        const auto version = request.expectedVersion();
        context_->db().write([&](Tx& tx) {
            if (tx.execute("UPDATE notes_note SET text = $1, version = version + 1 WHERE id = $2 AND version = $3",
                           {input.text, request.path("id"), version}) == 0) {
                throw AppError::stale();
            }
        });
        return Response::noContent();
    }
    Response list() {
        return Response::json(context_->db().read([](congvu::db::Reader& reader) {
            return congvu::db::Page<Note>{reader.list("SELECT id, text, author FROM notes_note ORDER BY created_at, id LIMIT 100", {},
                                                      [](const Row& row) {
                                                          return Note{row.string(0), row.string(1), row.string(2)};
                                                      }),
                                          {},
                                          {}};
        }));
    }
    Response keep(const Request& request) {
        const auto& upload = request.uploads().at(0);
        const auto content = context_->files().place(upload);
        const auto file = context_->db().write([&](Tx& tx) {
            return context_->files().record(tx, content, upload.name, upload.mediaType, {"notes", "note", "1"});
        });
        return Response::file({file, congvu::http::Disposition::download, {"notes", "note", "1"}});
    }
    void takeTask(const Event& event) {
        if (event.payload.find("broken") != std::string::npos) {
            throw std::runtime_error("cannot read this");
        }
        context_->db().write([&](Tx& tx) { insert(tx, event.entity.id, "task", event.agencyId); });
    }
    void insert(Tx& tx, const std::string& id, const std::string& text, const std::string& author) {
        tx.execute("INSERT INTO notes_note (id, text, author, created_at, version) VALUES ($1, $2, $3, $4, 1)",
                   {id, text, author, context_->clock().now()});
    }
    void removeAll() {
        context_->db().write([](Tx& tx) { tx.execute("DELETE FROM notes_note"); });
    }

    congvu::PluginContext* context_ = nullptr;
};

class HarnessTest : public ::testing::Test {
protected:
    PluginHarness harness{std::string{CONGVU_SOURCE_FOLDER} + "/server/host/tests/plugins/notes", std::make_unique<NotesPlugin>()};
    congvu::http::Caller handler = harness.as("handler", "kt-a");
};

TEST_F(HarnessTest, AnswersThroughTheRealPipeline) {
    const auto created = harness.post(handler, "/notes", R"({"text":"Họp"})");
    EXPECT_EQ(created.status, 201) << created.body;
    EXPECT_EQ(created.at("text"), "Họp");
    EXPECT_EQ(created.headers.at("ETag"), "\"1\"");
    EXPECT_EQ(harness.get(handler, "/api/v1/notes/notes").at("items/0/author"), handler.personName);
}

TEST_F(HarnessTest, RefusesWrongInputWithTextsInTheCallersLanguage) {
    const auto refused = harness.post(handler, "/notes", R"({"text":"","x":1})");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.at("errors/0/pointer"), "/text");
    harness.setSetting("notes.maximum", "0");
    const auto full = harness.post(handler, "/notes", R"({"text":"a"})");
    EXPECT_EQ(full.status, 409);
    EXPECT_THAT(full.body, HasSubstr("Đã đủ 0 ghi chú"));
}

TEST_F(HarnessTest, RefusesCallersWithoutThePermission) {
    EXPECT_EQ(harness.get(harness.as("chair", "xa-a"), "/notes").status, 403);
    EXPECT_EQ(harness.get(handler, "/unknown").status, 404);
    EXPECT_EQ(harness.get({}, "/notes").status, 403);
}

TEST_F(HarnessTest, ChecksVersions) {
    const auto id = harness.post(handler, "/notes", R"({"text":"a"})").at("id");
    EXPECT_EQ(harness.put(handler, "/notes/" + id, R"({"text":"b"})").status, 428);
    EXPECT_EQ(harness.put(handler, "/notes/" + id, R"({"text":"b"})", "2").status, 412);
    EXPECT_EQ(harness.put(handler, "/notes/" + id, R"({"text":"b"})", "1").status, 204);
}

TEST_F(HarnessTest, SendsAndGetsFiles) {
    const std::string bytes(70'000, 'x');
    const auto answer = harness.upload(handler, "/files", {{"file", "ghi chú.txt", bytes}});
    EXPECT_EQ(answer.status, 200) << answer.body.substr(0, 500);
    EXPECT_EQ(answer.body, bytes);
}

TEST_F(HarnessTest, ShowsWhatThePluginPublishedAndTheWorkItMade) {
    harness.post(handler, "/notes", R"({"text":"a"})");
    ASSERT_EQ(harness.published().size(), 1U);
    EXPECT_EQ(harness.published()[0].name, "notes.note-added.v1");
    EXPECT_EQ(harness.published()[0].actorPostId, harness.postId("handler", "kt-a"));
    EXPECT_THAT(harness.openWork(handler), ElementsAre("notes.read"));
    EXPECT_THAT(harness.openWork(harness.as("handler", "kt-b")), IsEmpty());
}

TEST_F(HarnessTest, HandsEventsOfOtherPluginsOver) {
    harness.receive("tasks.task-created.v1", {"tasks", "task", "t1"}, harness.unitId("xa-a"), "{}");
    EXPECT_EQ(harness.get(handler, "/notes").at("items/0/text"), "task");
    EXPECT_THROW(harness.receive("tasks.task-created.v1", {"tasks", "task", "t2"}, "", R"("broken")"), std::runtime_error);
    EXPECT_THROW(harness.receive("tasks.other.v1", {"tasks", "task", "t1"}, "", "{}"), std::logic_error);
}

TEST_F(HarnessTest, RunsJobsWhenAsked) {
    harness.post(handler, "/notes", R"({"text":"a"})");
    harness.runJob("clean-up");
    EXPECT_EQ(harness.get(handler, "/notes").at("items"), "[]");
}

TEST_F(HarnessTest, GivesEveryTestAProvinceOfItsOwn) {
    EXPECT_THAT(harness.published(), IsEmpty());
    EXPECT_EQ(handler.unitId, harness.unitId("kt-a"));
    EXPECT_EQ(handler.agencyId, harness.unitId("xa-a"));
    EXPECT_TRUE(handler.may("notes.write"));
    EXPECT_NE(harness.postId("chair", "xa-a"), harness.postId("chair", "xa-b"));
    EXPECT_EQ(harness.postId("clerk", "vp-a"), harness.postId("clerk", "xa-a"));
    EXPECT_EQ(harness.as("head", "vp-a").unitId, harness.unitId("vp-a"));
    EXPECT_THROW(static_cast<void>(harness.unitId("xa-c")), std::logic_error);
}

TEST_F(HarnessTest, StartsOnAMondayMorningAndMovesOnlyWhenTold) {
    EXPECT_EQ(congvu::toRfc3339(harness.context().clock().now()), "2026-03-02T02:00:00.000Z");
    harness.advance(std::chrono::hours{1});
    EXPECT_EQ(congvu::toRfc3339(harness.context().clock().now()), "2026-03-02T03:00:00.000Z");
}

}  // namespace
