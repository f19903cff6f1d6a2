// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

#include <map>

namespace congvu::tasks {
namespace {

using ::testing::SizeIs;

class Counters : public TasksFixture {
protected:
    /// The counter as the chair sees it in the sum over all units.
    int total(const std::string& name) { return number("total/" + name); }
    int mine(const http::Caller& caller, const std::string& name) {
        return std::stoi(harness_.get(caller, "/api/v1/tasks/counters").at("mine/" + name));
    }
    int number(const std::string& path) { return std::stoi(harness_.get(chair_, "/api/v1/tasks/counters").at(path)); }

    std::string done(const std::string& directionId, const std::string& dueOn) {
        const auto task = leadTask(dueOn, directionId);
        assignHandler(task);
        submit(economyHandler_, task);
        EXPECT_EQ(act(chair_, task, "result-acceptance").status, 200);
        return task;
    }
    void expectListsAgree() {
        const std::map<std::string, std::string> filters{{"doneOnTime", "done_on_time"},
                                                         {"doneLate", "done_late"},
                                                         {"inTerm", "in_term"},
                                                         {"overdue", "overdue"},
                                                         {"dueSoon", "due_soon"}};
        for (const auto& [counter, filter] : filters) {
            EXPECT_THAT(list(chair_, "timeliness=" + filter), SizeIs(total(counter))) << counter;
            EXPECT_THAT(list(economyHandler_, "scope=mine&timeliness=" + filter), SizeIs(mine(economyHandler_, counter))) << counter;
        }
    }
};

TEST_F(Counters, CountDoneOnTimeDoneLateInTermAndOverdue) {
    done("on-time", "2026-03-02");
    done("late", "2026-02-27");
    leadTask("2026-03-02", "in-term");
    leadTask("2026-02-27", "overdue");
    leadTask("", "no-deadline");
    EXPECT_EQ(total("doneOnTime"), 1);
    EXPECT_EQ(total("doneLate"), 1);
    EXPECT_EQ(total("inTerm"), 1);
    EXPECT_EQ(total("overdue"), 1);
    EXPECT_EQ(total("noDeadlineOpen"), 1);
    expectListsAgree();
}

TEST_F(Counters, TurnOverdueWithTheDayWithoutAnyJob) {
    leadTask("2026-03-04");
    EXPECT_EQ(total("inTerm"), 1);
    harness_.advance(std::chrono::hours{24 * 3});
    EXPECT_EQ(total("inTerm"), 0);
    EXPECT_EQ(total("overdue"), 1);
    expectListsAgree();
}

TEST_F(Counters, DoNotMakeASubmittedTaskOverdueWhileItWaitsForTheAssigner) {
    const auto task = leadTask("2026-03-04");
    assignHandler(task);
    submit(economyHandler_, task);
    harness_.advance(std::chrono::hours{24 * 7});
    EXPECT_EQ(total("inTerm"), 1);
    expectListsAgree();
    act(chair_, task, "result-acceptance");
    EXPECT_EQ(total("doneOnTime"), 1);
    expectListsAgree();
}

TEST_F(Counters, FollowTheSettingThatNamesTheDeadline) {
    const auto task = leadTask("2026-03-04");
    assignHandler(task);
    act(economyHandler_, task, "extension-request", R"({"dueOn":"2026-03-20","reason":"Chờ số liệu"})");
    act(chair_, task, "extension-decision", R"({"granted":true})");
    harness_.advance(std::chrono::hours{24 * 7});
    EXPECT_EQ(total("inTerm"), 1);
    harness_.setSetting("tasks.counted_deadline", "original");
    EXPECT_EQ(total("overdue"), 1);
    expectListsAgree();
}

TEST_F(Counters, LeaveSuspendedTasksApartAndForgetCancelledOnes) {
    const auto suspended = leadTask("2026-03-04", "one");
    const auto cancelled = leadTask("2026-03-04", "two");
    act(chair_, suspended, "suspension", R"({"reason":"Chờ"})");
    act(chair_, cancelled, "cancellation", R"({"reason":"Trùng"})");
    EXPECT_EQ(total("inTerm"), 0);
    EXPECT_EQ(total("suspended"), 1);
    expectListsAgree();
}

TEST_F(Counters, OfAHandlerFollowTheAssignment) {
    const auto task = leadTask("2026-03-20");
    act(economyHead_, task, "acceptance");
    EXPECT_EQ(mine(economyHead_, "inTerm"), 1);
    assignHandler(task);
    EXPECT_EQ(mine(economyHead_, "inTerm"), 0);
    EXPECT_EQ(mine(economyHandler_, "inTerm"), 1);
}

TEST_F(Counters, AgreeWithTheColumnsOfTheBoard) {
    leadTask("2026-03-20", "one");
    done("two", "2026-03-20");
    const auto board = harness_.get(chair_, "/api/v1/tasks/board");
    EXPECT_EQ(board.at("columns/0/stage"), "new");
    EXPECT_EQ(board.at("columns/0/count"), "1");
    EXPECT_EQ(board.at("columns/3/stage"), "done");
    EXPECT_EQ(board.at("columns/3/count"), "1");
    EXPECT_EQ(board.at("columns/0/items/0/state"), "assigned");
}

}  // namespace
}  // namespace congvu::tasks
