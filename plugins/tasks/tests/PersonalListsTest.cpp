// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

namespace congvu::tasks {

namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// What people arrange for themselves around the list and the tasks.
class PersonalTaskLists : public TasksFixture {
protected:
    std::string csv(const http::Caller& caller, const std::string& query = "") {
        const auto file = harness_.get(caller, "/api/v1/lists/tasks.tasks/file?format=csv" + query);
        EXPECT_EQ(file.status, 200) << file.body;
        return file.body;
    }
    std::string marked(const http::Caller& caller, const std::string& task) {
        const auto marker = harness_.post(caller, "/api/v1/markers", R"({"name":"Theo sát","tone":"violet"})").at("id");
        const auto answer = harness_.put(caller, "/api/v1/marked/tasks/task/" + task, R"({"markerIds":[")" + marker + R"("]})");
        EXPECT_EQ(answer.status, 204) << answer.body;
        return marker;
    }
};

}  // namespace

TEST_F(PersonalTaskLists, TheFileHasTheTasksOfTheFilterThatItsReaderSees) {
    leadTask("2026-03-16", "direction-1");
    EXPECT_THAT(csv(chair_), HasSubstr("Chờ tiếp nhận"));
    EXPECT_THAT(csv(economyHead_), HasSubstr("16/03/2026"));
    EXPECT_THAT(csv(economyHandler_), Not(HasSubstr("16/03/2026")));
    EXPECT_THAT(csv(harness_.as("chair", "xa-b")), Not(HasSubstr("16/03/2026")));
    EXPECT_THAT(csv(chair_, "&state=done"), Not(HasSubstr("16/03/2026")));
    EXPECT_EQ(csv(chair_, "&columns=dueOn,timeliness"), "\xEF\xBB\xBFHạn,Thời hạn\r\n16/03/2026,Trong hạn\r\n");
}

TEST_F(PersonalTaskLists, ListBoardAndCalendarAreNarrowedToOwnMarkers) {
    const auto first = leadTask("2026-03-16", "direction-1");
    leadTask("2026-03-17", "direction-2");
    const auto marker = marked(chair_, first);
    EXPECT_THAT(list(chair_, "marker=" + marker), ElementsAre(first));
    EXPECT_THAT(list(officeHead_, "marker=" + marker), IsEmpty());
    const auto board = harness_.get(chair_, "/api/v1/tasks/board?marker=" + marker);
    EXPECT_EQ(board.at("columns/0/count"), "1") << board.body;
    const auto calendar = harness_.get(chair_, "/api/v1/tasks/calendar?month=2026-03&marker=" + marker);
    EXPECT_EQ(calendar.at("days/0/day"), "2026-03-16");
    EXPECT_EQ(calendar.at("days/1/day"), "");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/report?group=unit&marker=" + marker).status, 200) << "reports do not ask it";
}

TEST_F(PersonalTaskLists, AStepIsToldToWhoeverFollowsAndSeesTheTask) {
    const auto task = leadTask();
    ASSERT_EQ(harness_.put(chair_, "/api/v1/follows/tasks/task/" + task, "").status, 204);
    EXPECT_EQ(harness_.put(cultureHead_, "/api/v1/follows/tasks/task/" + task, "").status, 404);
    ASSERT_EQ(act(economyHead_, task, "acceptance", "").status, 200);
    harness_.runBackground();
    const auto news = harness_.get(chair_, "/api/v1/notifications?limit=50").body;
    EXPECT_THAT(news, AllOf(HasSubstr("Tiếp nhận nhiệm vụ"), HasSubstr("/tasks/" + task)));
    EXPECT_EQ(harness_.get(chair_, "/api/v1/follows").at("items/0/entityId"), task);
}

TEST_F(PersonalTaskLists, ASavedSearchCountsWhatTheListCounts) {
    leadTask("2026-03-16", "direction-1");
    leadTask("2026-03-17", "direction-2");
    const std::string search =
        R"({"list":"tasks.tasks","name":"Đang mở","address":{"view":"table","open":"true"},"query":{"open":"true"}})";
    ASSERT_EQ(harness_.post(chair_, "/api/v1/saved-searches", search).status, 201);
    EXPECT_EQ(harness_.get(chair_, "/api/v1/saved-searches/counts").at("items/0/count"), "2");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/lists/tasks.tasks").at("searches/0/name"), "Đang mở");
    EXPECT_EQ(harness_.get(economyHead_, "/api/v1/lists/tasks.tasks").at("searches/0/name"), "");
}

}  // namespace congvu::tasks
