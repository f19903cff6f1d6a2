// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

namespace congvu::tasks {
namespace {

class ReportWithFiles : public TasksFixture {
protected:
    std::string runningTask() {
        auto task = leadTask();
        assignHandler(task);
        return task;
    }
};

TEST_F(ReportWithFiles, KeepsThemForEverybodyWhoMaySeeTheTask) {
    const auto task = runningTask();
    const auto detail = report(economyHandler_, task, 30, {{"file", "so-lieu.txt", "Số liệu quý I"}, {"file", "phu-luc.txt", "Phụ lục"}});
    ASSERT_EQ(detail.status, 200) << detail.body;
    EXPECT_EQ(detail.at("reports/0/files/0/name"), "so-lieu.txt");
    EXPECT_EQ(detail.at("reports/0/files/1/name"), "phu-luc.txt");
    const auto path = "/api/v1/tasks/" + task + "/files/" + detail.at("reports/0/files/0/id");
    EXPECT_EQ(harness_.get(chair_, path).status, 200);
    EXPECT_EQ(harness_.get(cultureHead_, path).status, 404);
}

TEST_F(ReportWithFiles, IsNotReachableThroughAnotherTask) {
    const auto task = runningTask();
    const auto other = leadTask("2026-03-20", "other-direction");
    const auto file = report(economyHandler_, task, 30, {{"file", "a.txt", "a"}}).at("reports/0/files/0/id");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/" + other + "/files/" + file).status, 404);
}

TEST_F(ReportWithFiles, RefusesAnEmptyFileAndKeepsNothing) {
    const auto task = runningTask();
    const auto response = report(economyHandler_, task, 30, {{"file", "a.txt", "a"}, {"file", "rong.txt", ""}});
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(response.at("errors/0/pointer"), "/file/1");
    EXPECT_EQ(response.at("errors/0/code"), "tasks.empty-file");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/" + task).at("reports/0/id"), "");
}

TEST_F(ReportWithFiles, TakesAHostileFileNameAsAName) {
    const auto task = runningTask();
    const auto detail = report(economyHandler_, task, 30, {{"file", "../../etc/passwd", "x"}});
    EXPECT_EQ(detail.at("reports/0/files/0/name"), "passwd");
}

TEST_F(ReportWithFiles, NeedsAPercentageBetweenZeroAndAHundred) {
    const auto task = runningTask();
    EXPECT_EQ(report(economyHandler_, task, 101).at("errors/0/pointer"), "/percent");
    EXPECT_EQ(report(economyHandler_, task, -1).at("errors/0/pointer"), "/percent");
}

TEST_F(ReportWithFiles, IsAResultWhenItIsSubmitted) {
    const auto task = runningTask();
    const auto detail = submit(economyHandler_, task, {{"file", "du-thao.txt", "Dự thảo"}});
    EXPECT_EQ(detail.at("reports/0/kind"), "result");
    EXPECT_EQ(detail.at("reports/0/percent"), "100");
    EXPECT_EQ(detail.at("reports/0/files/0/name"), "du-thao.txt");
}

}  // namespace
}  // namespace congvu::tasks
