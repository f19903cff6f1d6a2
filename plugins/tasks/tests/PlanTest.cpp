// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

#include "domain/Series.h"

namespace congvu::tasks {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

constexpr const char* kPlans = "/api/v1/tasks/plans";

class PlanApi : public TasksFixture {
protected:
    std::string newPlan(const http::Caller& caller, const std::string& state = "running") {
        const auto made = harness_.post(
            caller, kPlans, R"({"year":2026,"title":"Chương trình công tác năm 2026","symbol":"05/CTr-UBND","state":")" + state + "\"}");
        EXPECT_EQ(made.status, 201) << made.body;
        return made.at("id");
    }
    std::string newItem(const std::string& plan, const std::string& dueOn = "2026-06-30") {
        const auto made = harness_.post(chair_, at(plan, "items"), item(dueOn));
        EXPECT_EQ(made.status, 201) << made.body;
        return made.at("id");
    }
    std::string item(const std::string& dueOn, const std::string& content = "Sơ kết 6 tháng") const {
        return R"({"content":")" + content + R"(","product":"Báo cáo","field":"Tổng hợp","unitId":")" + harness_.unitId("kt-a") +
               R"(","dueOn":")" + dueOn + "\"}";
    }
    static std::string at(const std::string& plan, const std::string& rest) { return std::string{kPlans} + '/' + plan + '/' + rest; }
    testing::TestResponse give(const http::Caller& caller, const std::string& plan, const std::string& itemId) {
        return harness_.post(caller, at(plan, "tasks"), R"({"itemIds":[")" + itemId + R"("]})");
    }
};

TEST_F(PlanApi, MakesATaskOfAnItemOnceAndShowsItsProgress) {
    const auto plan = newPlan(chair_);
    const auto first = newItem(plan);
    newItem(plan);
    const auto given = give(chair_, plan, first);
    EXPECT_EQ(given.at("made"), "1") << given.body;
    EXPECT_EQ(give(chair_, plan, first).at("rows/0/obstacle"), "tasks.item-has-task");
    const auto task = only(economyHead_, "origin=plan");
    EXPECT_EQ(task, given.at("rows/0/taskId"));
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/" + task).at("task/source/link"), "/tasks/plans/" + plan);
    assignHandler(task);
    report(economyHandler_, task, 40);
    const auto open = harness_.get(cultureHead_, std::string{kPlans} + '/' + plan);
    EXPECT_EQ(open.at("items/0/percent"), "40");
    EXPECT_EQ(open.at("items/0/taskState"), "in_progress");
    EXPECT_EQ(open.at("items/0/mayOpenTask"), "false");  // another division's task: its state, no way to its words
    EXPECT_EQ(harness_.get(economyHead_, std::string{kPlans} + '/' + plan).at("items/0/mayOpenTask"), "true");
    EXPECT_EQ(harness_.get(chair_, std::string{kPlans} + '/' + plan).at("items/1/mayOpenTask"), "false");  // has none
    EXPECT_EQ(open.at("plan/percent"), "20");
    submit(economyHandler_, task);
    act(chair_, task, "result-acceptance");
    const auto list = harness_.get(chair_, kPlans);
    EXPECT_EQ(list.at("items/0/done"), "1");
    EXPECT_EQ(list.at("items/0/items"), "2");
    EXPECT_EQ(list.at("items/0/percent"), "50");
}

TEST_F(PlanApi, TakesEvidenceFromThoseWhoAnswerForTheItem) {
    const auto plan = newPlan(chair_);
    const auto one = newItem(plan);
    const auto path = at(plan, "items/" + one + "/reports");
    const auto reported =
        harness_.upload(economyHead_, path, {{.name = "bao-cao.txt", .bytes = "minh chứng"}}, R"({"percent":30,"note":"Đang làm"})");
    ASSERT_EQ(reported.status, 200) << reported.body;
    EXPECT_EQ(reported.at("items/0/percent"), "30");
    EXPECT_EQ(reported.at("items/0/evidence/0/name"), "bao-cao.txt");
    const auto file = at(plan, "items/" + one + "/files/" + reported.at("items/0/evidence/0/fileId"));
    EXPECT_EQ(harness_.get(cultureHead_, file).status, 200);
    EXPECT_EQ(harness_.get(harness_.as("chair", "xa-b"), file).status, 404);
    EXPECT_EQ(harness_.upload(cultureHead_, path, {}, R"({"percent":90})").status, 403);
    EXPECT_EQ(harness_.upload(economyHead_, path, {}, R"({"percent":130})").at("errors/0/pointer"), "/percent");
    EXPECT_EQ(harness_.del(chair_, at(plan, "items/" + one)).at("code"), "tasks.item-in-use");
}

TEST_F(PlanApi, IsWrittenByItsUnitAndReadByTheWholeAgencyOnly) {
    const auto plan = newPlan(economyHead_);
    EXPECT_EQ(harness_.get(cultureHead_, std::string{kPlans} + '/' + plan).at("plan/mayManage"), "false");
    EXPECT_EQ(harness_.post(cultureHead_, at(plan, "items"), item("2026-06-30")).status, 422);  // not even their own unit
    const auto own = R"({"content":"x","unitId":")" + harness_.unitId("vh-a") + "\"}";
    EXPECT_EQ(harness_.post(cultureHead_, at(plan, "items"), own).status, 403);
    EXPECT_EQ(harness_.get(harness_.as("chair", "xa-b"), std::string{kPlans} + '/' + plan).status, 404);
    EXPECT_EQ(harness_.post(economyHandler_, kPlans, R"({"year":2026,"title":"x"})").status, 403);
    EXPECT_EQ(harness_.post(officeHead_, at(plan, "items"), item("2026-06-30")).status, 201);
}

TEST_F(PlanApi, GivesATaskOnlyWhereWhoeverGivesItMay) {
    const auto plan = newPlan(economyHead_);
    const auto made = harness_.post(officeHead_, at(plan, "items"), R"({"content":"Lễ hội","unitId":")" + harness_.unitId("vh-a") + "\"}");
    const auto refused = give(economyHead_, plan, made.at("id"));
    EXPECT_EQ(refused.at("made"), "0") << refused.body;
    EXPECT_EQ(refused.at("rows/0/obstacle"), "tasks.unit-not-yours");
    EXPECT_EQ(give(officeHead_, plan, made.at("id")).at("made"), "1");
}

TEST_F(PlanApi, IsStaleForTheSecondOfTwoWritersAndClosedForEverybody) {
    const auto plan = newPlan(chair_);
    const auto one = newItem(plan);
    const auto path = std::string{kPlans} + '/' + plan;
    const std::string close = R"({"year":2026,"title":"Chương trình","state":"closed"})";
    EXPECT_EQ(harness_.put(chair_, path, close, "\"1\"").at("plan/state"), "closed");
    EXPECT_EQ(give(chair_, plan, one).at("code"), "tasks.plan-closed");
    const std::string reopen = R"({"year":2026,"title":"Chương trình","state":"running"})";
    EXPECT_EQ(harness_.put(chair_, path, reopen, "\"1\"").status, 412);
    EXPECT_EQ(harness_.put(chair_, path, reopen, "\"2\"").at("plan/state"), "running");
    EXPECT_EQ(harness_.put(chair_, at(plan, "items/" + one), item("2026-07-01", "Sửa"), "\"1\"").at("items/0/content"), "Sửa");
    EXPECT_EQ(harness_.put(chair_, at(plan, "items/" + one), item("2026-07-01", "Sửa"), "\"1\"").status, 412);
}

TEST(Rhythm, FindsTheNextDay) {
    const Date monday{2026, 3, 2};
    EXPECT_EQ(firstRhythmDay({Rhythm::weekly, 1, 1}, monday), monday);
    EXPECT_EQ(firstRhythmDay({Rhythm::weekly, 7, 1}, monday), (Date{2026, 3, 8}));
    EXPECT_EQ(firstRhythmDay({Rhythm::monthly, 31, 1}, Date{2026, 2, 1}), (Date{2026, 2, 28}));
    EXPECT_EQ(firstRhythmDay({Rhythm::monthly, 1, 1}, monday), (Date{2026, 4, 1}));
    EXPECT_EQ(firstRhythmDay({Rhythm::quarterly, 15, 3}, monday), (Date{2026, 3, 15}));
    EXPECT_EQ(firstRhythmDay({Rhythm::quarterly, 31, 1}, Date{2026, 2, 1}), (Date{2026, 4, 30}));
    EXPECT_EQ(firstRhythmDay({Rhythm::yearly, 29, 2}, monday), (Date{2027, 2, 28}));
    EXPECT_EQ(firstRhythmDay({Rhythm::yearly, 29, 2}, Date{2028, 1, 1}), (Date{2028, 2, 29}));
}

class PeriodicTask : public TasksFixture {
protected:
    std::string begin(const std::string& rhythm, const std::string& rest = "") {
        const auto made = harness_.post(
            chair_, "/api/v1/tasks/series",
            R"({"title":"Báo cáo tuần","unitId":")" + harness_.unitId("kt-a") + R"(","startsOn":"2026-03-01",)" + rhythm + rest + "}");
        EXPECT_EQ(made.status, 201) << made.body;
        return made.at("id");
    }
    void days(int count) {
        for (int day = 0; day < count; ++day) {
            harness_.runJob("periodic-tasks");
            harness_.runJob("periodic-tasks");
            harness_.advance(std::chrono::hours{24});
        }
    }
    std::vector<std::string> deadlines() {
        std::vector<std::string> days;
        for (const auto& id : list(chair_, "origin=periodic")) {
            days.push_back(harness_.get(chair_, "/api/v1/tasks/" + id).at("task/dueOn"));
        }
        return days;
    }
};

// The clock of the harness starts on Monday 2026-03-02.

TEST_F(PeriodicTask, IsGivenOnceForEachWeekSomeWorkingDaysAhead) {
    begin(R"("rhythm":"weekly","day":5,"noticeDays":3)");
    days(1);  // Monday: Friday is four working days away
    EXPECT_THAT(deadlines(), ElementsAre());
    days(14);
    EXPECT_THAT(deadlines(), ElementsAre("2026-03-06", "2026-03-13"));
    EXPECT_THAT(harness_.openWork(economyHead_), SizeIs(2));
}

TEST_F(PeriodicTask, FallsOnAWorkingDayAsTheSeriesSays) {
    begin(R"("rhythm":"monthly","day":15,"noticeDays":60,"endsOn":"2026-03-31")");                       // a Sunday: Friday before
    begin(R"("rhythm":"monthly","day":15,"noticeDays":60,"endsOn":"2026-03-31","workingDay":"after")");  // Monday after
    begin(R"("rhythm":"monthly","day":15,"noticeDays":60,"endsOn":"2026-03-31","workingDay":"keep")");
    days(1);
    EXPECT_THAT(deadlines(), ElementsAre("2026-03-13", "2026-03-15", "2026-03-16"));
}

TEST_F(PeriodicTask, IsGivenHoweverManySeriesThereAre) {
    constexpr int kSeries = 205;  // more than the job reads at once
    for (int number = 0; number < kSeries; ++number) {
        begin(R"("rhythm":"weekly","day":5,"noticeDays":4)");
    }
    harness_.runJob("periodic-tasks");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks?origin=periodic").at("total"), std::to_string(kSeries));
}

TEST_F(PeriodicTask, LeavesOutDaysThatPassedWhileNobodyWatched) {
    const auto series = begin(R"("rhythm":"weekly","day":5,"noticeDays":1)");
    harness_.advance(std::chrono::hours{24 * 9});  // Wednesday of the next week
    days(2);
    EXPECT_THAT(deadlines(), ElementsAre("2026-03-13"));
    const auto shown = harness_.get(chair_, "/api/v1/tasks/series");
    EXPECT_EQ(shown.at("items/0/occurrences/1/dueOn"), "2026-03-06");
    EXPECT_EQ(shown.at("items/0/occurrences/1/taskId"), "");
    EXPECT_EQ(shown.at("items/0/nextDueOn"), "2026-03-20");
    EXPECT_EQ(shown.at("items/0/occurrences/0/mayOpenTask"), "true");
    EXPECT_EQ(shown.at("items/0/occurrences/1/mayOpenTask"), "false");
    EXPECT_EQ(harness_.get(cultureHead_, "/api/v1/tasks/series").at("items/0/occurrences/0/mayOpenTask"), "false");
}

TEST_F(PeriodicTask, RestsWhileItIsNotActiveAndIsChangedOnlyByItsUnit) {
    const auto series = begin(R"("rhythm":"weekly","day":5,"noticeDays":5)");
    const auto body = R"({"title":"Báo cáo tuần","unitId":")" + harness_.unitId("kt-a") +
                      R"(","startsOn":"2026-03-01","rhythm":"weekly","day":5,"isActive":false})";
    const auto path = "/api/v1/tasks/series/" + series;
    const auto other = R"({"title":"x","unitId":")" + harness_.unitId("vh-a") + R"(","startsOn":"2026-03-01","rhythm":"weekly"})";
    EXPECT_EQ(harness_.put(cultureHead_, path, other, "\"1\"").status, 403);
    EXPECT_EQ(harness_.put(harness_.as("chair", "xa-b"), path, body, "\"1\"").status, 404);
    EXPECT_EQ(harness_.put(chair_, path, body, "\"1\"").at("items/0/isActive"), "false");
    EXPECT_EQ(harness_.put(chair_, path, body, "\"1\"").status, 412);
    days(10);
    EXPECT_THAT(deadlines(), ElementsAre());
}

TEST_F(PeriodicTask, SaysWhatIsWrongWithItsDays) {
    const auto refused = harness_.post(chair_, "/api/v1/tasks/series",
                                       R"({"title":"x","unitId":")" + harness_.unitId("kt-a") +
                                           R"(","startsOn":"2026-03-01","endsOn":"2026-02-01","rhythm":"weekly","day":9})");
    EXPECT_EQ(refused.at("errors/0/code"), "tasks.series-weekday");
    EXPECT_EQ(refused.at("errors/1/code"), "tasks.series-ends-before-start");
}

}  // namespace
}  // namespace congvu::tasks
