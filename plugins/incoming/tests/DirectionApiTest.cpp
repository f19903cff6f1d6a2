// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include "congvu/ports/DocumentDirectory.h"

namespace congvu::incoming {

namespace {

class DirectionApi : public IncomingFixture {};

}  // namespace

TEST_F(DirectionApi, PublishesTheDirectionWithItsAssignmentsInOneAct) {
    const auto id = submitted();
    const auto answer =
        harness.post(chair, "/documents/" + id + "/direction", directionJson(harness.unitId("kt-a"), harness.unitId("vh-a"), "2026-03-09"));
    ASSERT_EQ(answer.status, 201) << answer.body;
    const auto events = harness.published();
    const TestResponse payload{200, events.back().payload, {}};
    EXPECT_EQ(events.back().name, "incoming.direction-given.v1");
    EXPECT_EQ(payload.at("documentSymbol"), "15/UBND-VX");
    EXPECT_EQ(payload.at("assignments/0/kind"), "lead");
    EXPECT_EQ(payload.at("assignments/0/unitId"), harness.unitId("kt-a"));
    EXPECT_EQ(payload.at("assignments/0/dueOn"), "2026-03-09");
    EXPECT_EQ(payload.at("assignments/1/kind"), "coop");
    EXPECT_EQ(payload.at("assignments/2"), "");
    EXPECT_EQ(stateOf(id), "directed");
    EXPECT_EQ(harness.get(clerk, "/documents/" + id).at("document/dueOn"), "2026-03-09") << "the lead's deadline becomes the document's";
    EXPECT_TRUE(harness.openWork(chair).empty());
}

TEST_F(DirectionApi, LetsOnlyTheAssignedUnitsSeeTheDocument) {
    const auto id = submitted();
    EXPECT_EQ(harness.get(head, "/documents/" + id).status, 404);
    ASSERT_EQ(harness.post(chair, "/documents/" + id + "/direction", directionJson(harness.unitId("kt-a"))).status, 201);
    EXPECT_EQ(harness.get(head, "/documents/" + id).status, 200);
    EXPECT_EQ(harness.get(harness.as("handler", "kt-a"), "/documents/" + id).status, 200);
    EXPECT_EQ(harness.get(handler, "/documents/" + id).status, 404) << "another division";
    EXPECT_EQ(harness.get(harness.as("clerk", "xa-b"), "/documents/" + id).status, 404) << "another agency";
    EXPECT_EQ(harness.get(harness.as("chair", "tinh"), "/documents/" + id).status, 404) << "the parent agency";
    EXPECT_EQ(harness.get(head, "/documents").at("items/0/id"), id);
    EXPECT_EQ(harness.get(handler, "/documents").at("items/0"), "");
    EXPECT_EQ(harness.get(head, "/documents/counters").at("inWork"), "1");
}

TEST_F(DirectionApi, RefusesStrangersWrongLeadsAndPastDeadlines) {
    const auto id = submitted();
    const auto path = "/documents/" + id + "/direction";
    EXPECT_EQ(harness.post(chair, path, directionJson(harness.unitId("kt-b"))).at("errors/0/code"), "incoming.unknown-unit");
    EXPECT_EQ(
        harness
            .post(chair, path, R"({"opinion":"a","assignments":[{"kind":"lead","postId":")" + harness.postId("handler", "kt-b") + R"("}]})")
            .at("errors/0/code"),
        "incoming.unknown-post");
    EXPECT_EQ(harness.post(chair, path, R"({"opinion":"a","assignments":[{"kind":"coop","unitId":")" + harness.unitId("kt-a") + R"("}]})")
                  .at("errors/0/code"),
              "incoming.no-lead");
    EXPECT_EQ(harness.post(chair, path, directionJson(harness.unitId("kt-a"), {}, "2026-03-01")).at("errors/0/code"),
              "incoming.deadline-in-past");
    EXPECT_EQ(stateOf(id), "submitted");
}

TEST_F(DirectionApi, AllowsOneDirectionAtATime) {
    const auto id = directed();
    const auto again = harness.post(chair, "/documents/" + id + "/direction", directionJson(harness.unitId("vh-a")));
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.at("code"), "incoming.not-now");
}

TEST_F(DirectionApi, WithdrawsADirectionAndTakesTheAccessBack) {
    const auto id = directed();
    const auto answer = harness.post(chair, "/documents/" + id + "/direction-withdrawal", R"({"reason":"Giao lại"})");
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.at("state"), "submitted");
    EXPECT_EQ(harness.get(head, "/documents/" + id).status, 404);
    EXPECT_THAT(harness.openWork(chair), ::testing::ElementsAre("incoming.direct"));
    EXPECT_EQ(publishedNames().back(), "incoming.direction-withdrawn.v1");
    EXPECT_EQ(harness.post(chair, "/documents/" + id + "/direction", directionJson(harness.unitId("vh-a"))).status, 201);
    EXPECT_EQ(harness.get(clerk, "/documents/" + id).at("directions/0/withdrawalReason"), "Giao lại");
    EXPECT_EQ(harness.get(clerk, "/documents/" + id).at("directions/1/withdrawnAt"), "");
}

TEST_F(DirectionApi, GivesADocumentBackToTheClerksWithTheReason) {
    const auto id = submitted();
    const auto answer = harness.post(chair, "/documents/" + id + "/return", R"({"reason":"Sai thẩm quyền"})");
    EXPECT_EQ(answer.at("state"), "returned") << answer.body;
    EXPECT_THAT(harness.openWork(clerk), ::testing::ElementsAre("incoming.submit"));
    EXPECT_TRUE(harness.openWork(chair).empty());
}

TEST_F(DirectionApi, FollowsItsTasksToTheEndAndBack) {
    const auto id = directed();
    progress(id, 2, 0, 0, false, true);
    EXPECT_EQ(stateOf(id), "in_work");
    progress(id, 2, 1, 0, false, true);
    EXPECT_EQ(harness.get(clerk, "/documents/" + id).at("document/tasksDone"), "1");
    progress(id, 2, 2, 0, true, true);
    EXPECT_EQ(stateOf(id), "completed");
    EXPECT_EQ(publishedNames().back(), "incoming.document-closed.v1");
    progress(id, 2, 2, 0, true, true);
    EXPECT_THAT(publishedMembers("incoming.document-closed.v1", "documentId"), ::testing::SizeIs(1)) << "the same news twice closes once";
    progress(id, 2, 1, 0, false, true);
    EXPECT_EQ(stateOf(id), "in_work") << "a result was sent back";
}

TEST_F(DirectionApi, IgnoresNewsOfTasksOfAWithdrawnDirection) {
    const auto id = directed();
    ASSERT_EQ(harness.post(chair, "/documents/" + id + "/direction-withdrawal", R"({"reason":"Giao lại"})").status, 200);
    progress(id, 2, 0, 2, true, false);
    EXPECT_EQ(stateOf(id), "submitted");
}

TEST_F(DirectionApi, ClosesByHandOnlyWithoutOpenTasks) {
    const auto id = directed();
    progress(id, 2, 1, 0, false, true);
    const auto refused = harness.post(clerk, "/documents/" + id + "/closing", R"({"note":"Để biết"})");
    EXPECT_EQ(refused.at("code"), "incoming.tasks-open");
    const auto other = submitted("16/UBND-VX");
    EXPECT_EQ(harness.post(chair, "/documents/" + other + "/closing", R"({"note":"Để biết"})").at("state"), "completed");
    EXPECT_EQ(harness.post(clerk, "/documents/" + other + "/closing", R"({"note":""})").status, 422);
}

TEST_F(DirectionApi, ShowsADocumentToWhoeverGetsATaskOfIt) {
    const auto id = directed();
    const auto office = harness.as("handler", "vp-a");
    ASSERT_EQ(harness.get(office, "/documents/" + id).status, 404);
    harness.receive("tasks.task-created.v1", {"tasks", "task", "t1"}, clerk.agencyId,
                    R"({"taskId":"t1","source":{"plugin":"incoming","type":"document","id":")" + id +
                        R"("},"directionId":"d","kind":"lead","unitId":")" + harness.unitId("vp-a") +
                        R"(","leadPostId":null,"title":"a","dueOn":null})");
    EXPECT_EQ(harness.get(office, "/documents/" + id).status, 200);
}

TEST_F(DirectionApi, LetsATaskPassThatWasGivenByHand) {
    EXPECT_NO_THROW(harness.receive("tasks.task-created.v1", {"tasks", "task", "t1"}, clerk.agencyId,
                                    R"({"taskId":"t1","source":null,"directionId":null,"kind":"lead","unitId":")" + harness.unitId("vp-a") +
                                        R"(","leadPostId":null,"title":"a","dueOn":null})"));
}

TEST_F(DirectionApi, AnswersOtherPluginsUnderTheSamePolicy) {
    const auto id = directed();
    const auto port = harness.context().ports().find<ports::DocumentDirectory>();
    ASSERT_NE(port, nullptr);
    harness.context().db().read([&](db::Reader& reader) {
        EXPECT_EQ(port->find(reader, head, id)->numberAndSymbol, "15/UBND-VX");
        EXPECT_FALSE(port->find(reader, harness.as("handler", "vp-a"), id));
        EXPECT_FALSE(port->find(reader, harness.as("clerk", "xa-b"), id));
    });
}

TEST_F(DirectionApi, KeepsPhrasesForEachLeaderAlone) {
    const auto added = harness.post(chair, "/phrases", R"({"text":"Giao VP tham mưu"})");
    ASSERT_EQ(added.status, 201) << added.body;
    const auto other = harness.as("chair", "xa-b");
    EXPECT_EQ(harness.get(other, "/phrases").at("items/0"), "");
    EXPECT_EQ(harness.put(other, "/phrases/" + added.at("id"), R"({"text":"x"})").status, 404);
    EXPECT_EQ(harness.put(chair, "/phrases/" + added.at("id"), R"({"text":"Giao KT tham mưu"})").status, 200);
    EXPECT_EQ(harness.get(chair, "/phrases").at("items/0/text"), "Giao KT tham mưu");
    EXPECT_EQ(harness.del(chair, "/phrases/" + added.at("id")).status, 204);
}

TEST_F(DirectionApi, CountsDeadlinesInWorkingDays) {
    const auto answer = harness.get(chair, "/deadlines");
    EXPECT_EQ(answer.at("items/0/date"), "2026-03-03") << "Monday 2 March and one working day";
    EXPECT_EQ(answer.at("items/3/workingDays"), "5");
    EXPECT_EQ(answer.at("items/3/date"), "2026-03-09");
}

}  // namespace congvu::incoming
