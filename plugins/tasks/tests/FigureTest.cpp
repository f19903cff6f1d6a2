// SPDX-License-Identifier: Apache-2.0
#include "TaskBuilder.h"
#include "TasksFixture.h"

#include "congvu/calendar/WorkingTime.h"
#include "congvu/db/Db.h"
#include "domain/TaskFigure.h"
#include "service/FigureAnswers.h"

#include <map>
#include <utility>

namespace congvu::tasks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

class Figures : public TasksFixture {
protected:
    const Date today{2026, 3, 2};
    calendar::WorkingTime time{harness_.context().calendar(), *calendar::OfficeHours::parse("07:30-11:30, 13:30-17:00")};
    DayReckoner days{harness_.context().clock(), harness_.context().calendar(), harness_.context().settings()};
    FigureAnswers answers{days};

    std::string give(const std::string& unit, const std::string& dueOn) {
        const auto due = dueOn.empty() ? std::string{} : R"(,"dueOn":")" + dueOn + '"';
        const auto made = harness_.post(chair_, "/api/v1/tasks", R"({"title":"Việc","unitId":")" + harness_.unitId(unit) + '"' + due + "}");
        EXPECT_EQ(made.status, 201) << made.body;
        return made.at("id");
    }
    [[nodiscard]] std::vector<figures::FigureCell> cells(Date day) {
        return harness_.context().db().read([&](db::Reader& reader) { return answers.cells(reader, chair_.agencyId, day, time); });
    }
    [[nodiscard]] std::map<std::string, std::int64_t> sums(std::string_view measure, Date day) {
        std::map<std::string, std::int64_t> sums;
        for (const auto& cell : cells(day)) {
            if (cell.measure == measure) {
                sums[cell.value] += cell.amount;
            }
        }
        return sums;
    }
    [[nodiscard]] std::string listed(const http::Caller& caller, const std::string& link) {
        return harness_.get(caller, "/api/v1/tasks" + link.substr(link.find('?'))).at("total");
    }
};

TEST(TaskFigure, SaysHowATaskStandsOnAnyLaterDay) {
    const Date due{2026, 3, 10};
    const auto standing = [](const TaskBuilder& task, DeadlineBasis basis = DeadlineBasis::current) {
        return standingOf(task.build(), basis);
    };
    EXPECT_EQ(standing(TaskBuilder{}.due(due)), "due:2026-03-10");
    EXPECT_EQ(standing(TaskBuilder{}.due(due).extendedTo(Date{2026, 3, 20})), "due:2026-03-20");
    EXPECT_EQ(standing(TaskBuilder{}.due(due).extendedTo(Date{2026, 3, 20}), DeadlineBasis::original), "due:2026-03-10");
    EXPECT_EQ(standing(TaskBuilder{}.due(due).state(TaskState::submitted).judged(due)), "in_term");
    EXPECT_EQ(standing(TaskBuilder{}.due(due).state(TaskState::submitted).judged(due.plusDays(1))), "overdue");
    EXPECT_EQ(standing(TaskBuilder{}.due(due).state(TaskState::done).judged(due)), "done_on_time");
    EXPECT_EQ(standing(TaskBuilder{}.due(due).state(TaskState::done).judged(due.plusDays(1))), "done_late");
    EXPECT_EQ(standing(TaskBuilder{}), "no_deadline");
    EXPECT_EQ(standing(TaskBuilder{}.due(due).state(TaskState::suspended)), "suspended");
    EXPECT_EQ(standing(TaskBuilder{}.due(due).state(TaskState::cancelled)), "");
}

TEST_F(Figures, CountTasksByTheDayTheyWereGiven) {
    give("kt-a", "2026-03-20");
    give("vh-a", "2026-03-20");
    give("kt-a", "");
    const auto cancelled = give("vh-a", "2026-03-04");
    ASSERT_EQ(act(chair_, cancelled, "cancellation", R"({"reason":"Nhầm"})").status, 200);
    const auto done = leadTask("2026-03-16");
    assignHandler(done);
    submit(economyHandler_, done);
    harness_.advance(std::chrono::hours{1});
    EXPECT_EQ(act(chair_, done, "result-acceptance").status, 200);
    EXPECT_THAT(sums("count", today), ElementsAre(Pair("", 4)));
    EXPECT_EQ(sums("standing", today).at("due:2026-03-20"), 2);
    EXPECT_EQ(sums("standing", today).at("no_deadline"), 1);
    EXPECT_EQ(sums("standing", today).at("done_on_time"), 1);
    EXPECT_THAT(sums("time:done", today), ElementsAre(Pair("2", 1))) << "half hours";
    EXPECT_THAT(cells(today.plusDays(1)), IsEmpty());
}

TEST_F(Figures, EveryFigureLeadsToAsManyTasks) {
    give("kt-a", "2026-03-03");
    give("vh-a", "2026-03-20");
    give("kt-a", "");
    harness_.advance(std::chrono::hours{72});
    give("kt-a", "2026-03-30");
    const auto later = today.plusDays(3);
    const ports::FigureQuestion whole{today, later, {}, {}};
    const std::map<std::string, std::string> expected{{"in_term", "2"}, {"overdue", "1"}, {"no_deadline", "1"}, {"suspended", "0"}};
    for (const auto& [value, amount] : expected) {
        EXPECT_EQ(listed(chair_, answers.link(chair_, whole, "standing", value)), amount) << value;
    }
    EXPECT_EQ(listed(chair_, answers.link(chair_, whole, "count", "")), "4");
    EXPECT_EQ(listed(chair_, answers.link(chair_, {today, today, {}, {}}, "count", "")), "3");
    const std::vector<std::string> both{harness_.unitId("kt-a"), harness_.unitId("vh-a")};
    EXPECT_EQ(listed(chair_, answers.link(chair_, {today, later, both, {}}, "count", "")), "4");
    const ports::FigureQuestion ofEconomy{today, later, {harness_.unitId("kt-a")}, {}};
    EXPECT_EQ(listed(chair_, answers.link(chair_, ofEconomy, "count", "")), "3");
    EXPECT_EQ(listed(economyHead_, answers.link(economyHead_, ofEconomy, "count", "")), "3") << "a head sees the tasks of the own division";
    EXPECT_EQ(answers.link(economyHead_, whole, "count", ""), "");
    EXPECT_EQ(answers.link(economyHandler_, ofEconomy, "count", ""), "");
    EXPECT_EQ(answers.link(chair_, {today, later, {}, "chung"}, "count", ""), "") << "tasks stand in no register";
}

TEST_F(Figures, AChangeOfATaskMarksTheDayItWasGivenAndTheSettingIsPartOfTheRule) {
    const auto task = give("kt-a", "2026-03-20");
    const auto changeOf = [&](Date day) {
        const auto found =
            harness_.context().db().read([&](db::Reader& reader) { return answers.days(reader, {chair_.agencyId}, day, day); });
        return found.empty() ? std::int64_t{0} : found.front().change;
    };
    const auto before = changeOf(today);
    EXPECT_GT(before, 0);
    harness_.advance(std::chrono::hours{48});
    EXPECT_EQ(act(economyHead_, task, "acceptance").status, 200);
    EXPECT_GT(changeOf(today), before);
    EXPECT_EQ(changeOf(today.plusDays(2)), 0);
    EXPECT_EQ(answers.rule(chair_.agencyId), "current");
    harness_.setSetting("tasks.counted_deadline", "original");
    EXPECT_EQ(answers.rule(chair_.agencyId), "original");
}

TEST_F(Figures, AListOfUnitsIsBounded) {
    std::string ids = "A";
    for (int count = 0; count < 50; ++count) {
        ids += ",A";
    }
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks?unitId=" + ids).at("errors/0/pointer"), "/unitId");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks?unitId=A,B").at("total"), "0");
}

}  // namespace
}  // namespace congvu::tasks
