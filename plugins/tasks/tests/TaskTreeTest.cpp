// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

#include "domain/TaskTree.h"

namespace congvu::tasks {
namespace {

TreeTask node(const std::string& id, const std::string& parentId, TaskState state, int percent) {
    TreeTask one;
    one.task.id = id;
    one.task.parentId = parentId.empty() ? std::nullopt : std::optional{parentId};
    one.task.state = state;
    one.task.percent = percent;
    return one;
}

std::vector<std::string> idsOf(const std::vector<TreeTask>& tasks) {
    std::vector<std::string> ids;
    for (const auto& one : tasks) {
        ids.push_back(std::string(static_cast<std::size_t>(one.depth), '.') + one.task.id);
    }
    return ids;
}

TEST(TaskTree, PutsParentsBeforeTheirChildrenAndMeansWhatTheySayUpwards) {
    const auto tree = arrangeTree({node("root", "", TaskState::inProgress, 5), node("a", "root", TaskState::inProgress, 40),
                                   node("b", "root", TaskState::inProgress, 0), node("b1", "b", TaskState::done, 80),
                                   node("b2", "b", TaskState::inProgress, 50), node("b3", "b", TaskState::cancelled, 0)});
    EXPECT_THAT(idsOf(tree), ::testing::ElementsAre("root", ".a", ".b", "..b1", "..b2", "..b3"));
    EXPECT_EQ(tree[2].below.count, 2);
    EXPECT_EQ(tree[2].below.done, 1);
    EXPECT_EQ(tree[2].below.percent, 75);  // b1 is done: 100, b2: 50
    EXPECT_EQ(tree[0].below.percent, 57);  // a: 40, b: 75
    EXPECT_EQ(tree[1].below.percent, std::nullopt);
}

TEST(TaskTree, EndsWithParentsThatFormARing) {
    const auto tree = arrangeTree({node("a", "b", TaskState::inProgress, 0), node("b", "a", TaskState::inProgress, 0)});
    EXPECT_THAT(idsOf(tree), ::testing::ElementsAre("a", ".b"));
}

class TreeApi : public TasksFixture {
protected:
    std::string below(const http::Caller& caller, const std::string& task, const std::string& target,
                      const std::string& dueOn = "2026-03-10") {
        const auto created = act(caller, task, "subtasks", R"({"title":"Phần việc",)" + target + R"(,"dueOn":")" + dueOn + "\"}");
        EXPECT_EQ(created.status, 201) << created.body;
        return created.at("id");
    }
    static std::string post(const http::Caller& who) { return R"("postId":")" + who.postId + '"'; }
};

TEST_F(TreeApi, ShowsTheWholeTreeFromTheTopAndTheProgressBelow) {
    const auto lead = leadTask();
    act(economyHead_, lead, "acceptance");
    const auto first = below(economyHead_, lead, post(economyHandler_));
    below(economyHead_, lead, post(economyHandler_));
    act(economyHandler_, first, "acceptance");
    submit(economyHandler_, first);
    act(economyHead_, first, "result-acceptance");
    const auto tree = harness_.get(economyHead_, "/api/v1/tasks/" + first + "/tree");
    EXPECT_EQ(tree.at("nodes/0/task/id"), lead);
    EXPECT_EQ(tree.at("nodes/0/below"), "2");
    EXPECT_EQ(tree.at("nodes/0/doneBelow"), "1");
    EXPECT_EQ(tree.at("nodes/0/percentFromBelow"), "50");
    EXPECT_EQ(tree.at("nodes/1/depth"), "1");
    EXPECT_EQ(tree.at("nodes/1/task/id"), first);
}

TEST_F(TreeApi, IsNotFoundForThoseWhoDoNotSeeTheTaskAndBeginsWhereSightBegins) {
    const auto lead = leadTask();
    act(economyHead_, lead, "acceptance");
    const auto part = below(economyHead_, lead, post(economyHandler_));
    EXPECT_EQ(harness_.get(cultureHead_, "/api/v1/tasks/" + lead + "/tree").status, 404);
    const auto forHandler = harness_.get(economyHandler_, "/api/v1/tasks/" + part + "/tree");
    EXPECT_EQ(forHandler.at("nodes/0/task/id"), part);
    EXPECT_EQ(forHandler.at("nodes/1/task/id"), "");
}

TEST_F(TreeApi, SplitsATaskOfTheAgencyAmongItsUnitsAndNoUnitAmongItsNeighbours) {
    const auto created = harness_.post(
        chair_, "/api/v1/tasks", R"({"title":"Việc của cơ quan","unitId":")" + harness_.unitId("xa-a") + R"(","dueOn":"2026-03-20"})");
    const auto lead = created.at("id");
    ASSERT_EQ(act(chair_, lead, "acceptance").status, 200);
    const auto part = below(chair_, lead, R"("unitId":")" + harness_.unitId("vh-a") + '"');
    EXPECT_EQ(harness_.get(cultureHead_, "/api/v1/tasks/" + part).status, 200);
    const auto other = leadTask();
    act(economyHead_, other, "acceptance");
    const auto refused =
        act(economyHead_, other, "subtasks", R"({"title":"x","unitId":")" + harness_.unitId("vh-a") + R"(","dueOn":"2026-03-10"})");
    EXPECT_EQ(refused.status, 422) << refused.body;
}

TEST_F(TreeApi, LetsNoSubtaskEndAfterTheTaskAboveIt) {
    const auto lead = leadTask("2026-03-16");
    act(economyHead_, lead, "acceptance");
    const auto part = below(economyHead_, lead, post(economyHandler_));
    const auto asked = act(economyHandler_, part, "extension-request", R"({"dueOn":"2026-03-17","reason":"Chờ số liệu"})");
    EXPECT_EQ(asked.at("errors/0/code"), "tasks.deadline-after-parent") << asked.body;
    EXPECT_EQ(act(economyHandler_, part, "extension-request", R"({"dueOn":"2026-03-16","reason":"Chờ"})").status, 200);
    const auto granted = act(economyHead_, part, "extension-decision", R"({"granted":true,"dueOn":"2026-03-18"})");
    EXPECT_EQ(granted.at("errors/0/code"), "tasks.deadline-after-parent") << granted.body;
}

TEST_F(TreeApi, KeepsASubtaskThatIsGivenAnewBelowItsParent) {
    const auto lead = leadTask("2026-03-16");
    act(economyHead_, lead, "acceptance");
    const auto part = below(economyHead_, lead, post(economyHandler_));
    ASSERT_EQ(act(economyHandler_, part, "return", R"({"reason":"Không đúng việc"})").status, 200);
    const auto late = act(economyHead_, part, "reassignment", "{" + post(economyHandler_) + R"(,"dueOn":"2026-03-17"})");
    EXPECT_EQ(late.at("errors/0/code"), "tasks.deadline-after-parent") << late.body;
    const auto own = R"({"unitId":")" + harness_.unitId("kt-a") + R"(","dueOn":"2026-03-12"})";
    EXPECT_EQ(act(economyHead_, part, "reassignment", own).at("task/dueOn"), "2026-03-12");
}

TEST_F(TreeApi, GivesASubtaskToNoUnitBesideThatOfItsParent) {
    const auto lead =
        harness_.post(officeHead_, "/api/v1/tasks", R"({"title":"Việc","unitId":")" + harness_.unitId("vp-a") + "\"}").at("id");
    act(officeHead_, lead, "acceptance");
    const auto part = below(officeHead_, lead, R"("unitId":")" + harness_.unitId("vp-a") + '"');
    ASSERT_EQ(act(officeHead_, part, "return", R"({"reason":"Không đúng việc"})").status, 200);
    const auto beside = act(officeHead_, part, "reassignment", R"({"unitId":")" + harness_.unitId("kt-a") + "\"}");
    EXPECT_EQ(beside.at("errors/0/pointer"), "/unitId") << beside.body;
    EXPECT_EQ(beside.at("errors/0/code"), "tasks.handler-not-in-unit");
}

class Suspension : public TreeApi {};

TEST_F(Suspension, StopsTheClockAndGivesTheSameNumberOfWorkingDaysBack) {
    const auto task = leadTask("2026-03-06");  // Friday; the clock stands at Monday 2 March
    assignHandler(task);
    act(chair_, task, "suspension", R"({"reason":"Chờ hướng dẫn"})");
    harness_.advance(std::chrono::hours{24 * 7});  // Monday 9 March: five working days stood still
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/counters").at("total/overdue"), "0");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/counters").at("total/suspended"), "1");
    const auto resumed = act(chair_, task, "resumption");
    EXPECT_EQ(resumed.at("task/dueOn"), "2026-03-13");
    EXPECT_EQ(resumed.at("task/originalDueOn"), "2026-03-13");
    EXPECT_EQ(resumed.at("task/timeliness"), "in_term");
}

TEST_F(Suspension, KeepsATaskThatWasLateAsLateAsItWas) {
    const auto task = leadTask("2026-02-27");
    assignHandler(task);
    act(chair_, task, "suspension", R"({"reason":"Chờ"})");
    harness_.advance(std::chrono::hours{24 * 7});
    const auto resumed = act(chair_, task, "resumption");
    EXPECT_EQ(resumed.at("task/dueOn"), "2026-03-06");
    EXPECT_EQ(resumed.at("task/timeliness"), "overdue");
}

TEST_F(Suspension, TakesEverythingBelowAlongAndLetsItGoOnOnlyTogether) {
    const auto lead = leadTask("2026-03-20");
    act(economyHead_, lead, "acceptance");
    const auto part = below(economyHead_, lead, post(economyHandler_));
    act(economyHandler_, part, "acceptance");
    act(chair_, lead, "suspension", R"({"reason":"Chờ"})");
    EXPECT_EQ(state(economyHead_, part), "suspended");
    const auto alone = act(economyHead_, part, "resumption");
    EXPECT_EQ(alone.status, 409);
    EXPECT_EQ(alone.at("code"), "tasks.suspended-with-parent");
    harness_.advance(std::chrono::hours{24});
    act(chair_, lead, "resumption");
    const auto after = harness_.get(economyHead_, "/api/v1/tasks/" + part);
    EXPECT_EQ(after.at("task/state"), "in_progress");
    EXPECT_EQ(after.at("task/dueOn"), "2026-03-11");
}

TEST_F(Suspension, LeavesATaskBelowThatWasSuspendedOnItsOwnSuspended) {
    const auto lead = leadTask("2026-03-20");
    act(economyHead_, lead, "acceptance");
    const auto part = below(economyHead_, lead, post(economyHandler_));
    act(economyHead_, part, "suspension", R"({"reason":"Ốm"})");
    act(chair_, lead, "suspension", R"({"reason":"Chờ"})");
    act(chair_, lead, "resumption");
    EXPECT_EQ(state(economyHead_, part), "suspended");
    EXPECT_EQ(act(economyHead_, part, "resumption").at("task/state"), "assigned");
}

}  // namespace
}  // namespace congvu::tasks
