// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

namespace congvu::tasks {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class ExtensionOfTask : public TasksFixture {
protected:
    std::string runningTask() {
        auto task = leadTask("2026-03-16");
        assignHandler(task);
        return task;
    }
    congvu::testing::TestResponse ask(const std::string& task, const std::string& dueOn) {
        return act(economyHandler_, task, "extension-request", R"({"dueOn":")" + dueOn + R"(","reason":"Chờ số liệu của xã"})");
    }
};

TEST_F(ExtensionOfTask, IsDecidedByTheAssignerAndKeepsTheOriginalDeadline) {
    const auto task = runningTask();
    EXPECT_EQ(ask(task, "2026-03-20").at("extensions/0/state"), "pending");
    EXPECT_THAT(harness_.openWork(chair_), ElementsAre("tasks.extension"));
    const auto granted = act(chair_, task, "extension-decision", R"({"granted":true,"note":"Đồng ý"})");
    EXPECT_EQ(granted.at("task/dueOn"), "2026-03-20");
    EXPECT_EQ(granted.at("task/originalDueOn"), "2026-03-16");
    EXPECT_EQ(granted.at("task/extensionCount"), "1");
    EXPECT_EQ(granted.at("extensions/0/oldDueOn"), "2026-03-16");
    EXPECT_EQ(granted.at("extensions/0/grantedDueOn"), "2026-03-20");
    EXPECT_THAT(harness_.openWork(chair_), IsEmpty());
}

TEST_F(ExtensionOfTask, MayBeGrantedToAnotherDayThanTheOneAskedFor) {
    const auto task = runningTask();
    ask(task, "2026-03-30");
    EXPECT_EQ(act(chair_, task, "extension-decision", R"({"granted":true,"dueOn":"2026-03-18"})").at("task/dueOn"), "2026-03-18");
}

TEST_F(ExtensionOfTask, NeedsAReasonToBeRefusedAndThenLeavesTheDeadline) {
    const auto task = runningTask();
    ask(task, "2026-03-20");
    EXPECT_EQ(act(chair_, task, "extension-decision", R"({"granted":false})").at("errors/0/pointer"), "/note");
    const auto refused = act(chair_, task, "extension-decision", R"({"granted":false,"note":"Không được chậm"})");
    EXPECT_EQ(refused.at("task/dueOn"), "2026-03-16");
    EXPECT_EQ(refused.at("task/extensionCount"), "0");
    EXPECT_EQ(refused.at("extensions/0/state"), "refused");
}

TEST_F(ExtensionOfTask, WaitsOneAtATimeAndIsNumbered) {
    const auto task = runningTask();
    ask(task, "2026-03-20");
    EXPECT_EQ(ask(task, "2026-03-21").at("code"), "tasks.extension-pending");
    act(chair_, task, "extension-decision", R"({"granted":true})");
    EXPECT_EQ(ask(task, "2026-03-25").at("extensions/1/number"), "2");
}

TEST_F(ExtensionOfTask, MustLeadToALaterDay) {
    const auto task = runningTask();
    EXPECT_EQ(ask(task, "2026-03-16").at("errors/0/code"), "tasks.deadline-not-later");
    EXPECT_EQ(ask(task, "2026-02-16").at("errors/0/code"), "tasks.deadline-in-past");
}

TEST_F(ExtensionOfTask, LapsesWhenTheResultIsSubmittedBeforeTheDecision) {
    const auto task = runningTask();
    ask(task, "2026-03-20");
    EXPECT_EQ(submit(economyHandler_, task).at("extensions/0/state"), "lapsed");
    EXPECT_THAT(harness_.openWork(chair_), ElementsAre("tasks.review"));
}

}  // namespace
}  // namespace congvu::tasks
