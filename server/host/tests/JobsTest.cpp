// SPDX-License-Identifier: Apache-2.0
#include "DbFixture.h"
#include "congvu/error/AppError.h"
#include "db/Migrator.h"
#include "jobs/NextRun.h"
#include "jobs/Scheduler.h"
#include "testing/VirtualClock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <stdexcept>

namespace {

using congvu::AppError;
using congvu::parseRfc3339;
using congvu::host::nextRun;
using congvu::host::Scheduler;
using congvu::host::testing::DbFixture;
using congvu::jobs::Schedule;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class JobsTest : public ::testing::Test {
protected:
    JobsTest() {
        congvu::host::Migrator{db.database(), clock}.apply("host", std::string{CONGVU_SOURCE_FOLDER} + "/server/host/migrations");
        open();
    }
    void open() {
        jobs.reset();
        scheduler = std::make_unique<Scheduler>(db.database(), clock, db.log(), Scheduler::Limits{2, 3});
        jobs = scheduler->forPlugin("tasks", {"reminder", "report"});
    }

    DbFixture db;
    congvu::testing::VirtualClock clock;  // 2026-03-02 09:00 in Viet Nam
    std::unique_ptr<Scheduler> scheduler;
    std::unique_ptr<congvu::jobs::Jobs> jobs;
    int runs = 0;
};

TEST_F(JobsTest, RunsAnIntervalJobAtOnceAndThenOncePerInterval) {
    jobs->add("reminder", Schedule::every(minutes{10}), [this] { ++runs; });
    EXPECT_EQ(scheduler->runDueHere(), 1);
    clock.advance(minutes{9});
    EXPECT_EQ(scheduler->runDueHere(), 0);
    clock.advance(minutes{1});
    EXPECT_EQ(scheduler->runDueHere(), 1);
    EXPECT_EQ(runs, 2);
}

TEST_F(JobsTest, RunsADailyJobAtItsMinuteInVietNam) {
    jobs->add("report", Schedule::dailyAt(hours{7} + minutes{30}), [this] { ++runs; });
    EXPECT_EQ(congvu::toRfc3339(scheduler->list().at(0).nextRunAt), "2026-03-03T00:30:00.000Z");
    clock.advance(hours{22});
    EXPECT_EQ(scheduler->runDueHere(), 0);
    clock.advance(minutes{30});
    EXPECT_EQ(scheduler->runDueHere(), 1);
    EXPECT_EQ(congvu::toRfc3339(scheduler->list().at(0).nextRunAt), "2026-03-04T00:30:00.000Z");
}

TEST_F(JobsTest, MakesUpOnceForADayThatTheServerWasOff) {
    jobs->add("report", Schedule::dailyAt(hours{10}), [this] { ++runs; });
    clock.advance(hours{1});
    EXPECT_EQ(scheduler->runDueHere(), 1);
    open();
    clock.advance(hours{24 * 3 + 5});
    jobs->add("report", Schedule::dailyAt(hours{10}), [this] { ++runs; });
    EXPECT_EQ(scheduler->runDueHere(), 1);
    EXPECT_EQ(scheduler->runDueHere(), 0);
    EXPECT_EQ(runs, 2);
}

TEST_F(JobsTest, DoesNotRepeatARunAfterARestart) {
    jobs->add("reminder", Schedule::every(hours{24}), [this] { ++runs; });
    scheduler->runDueHere();
    open();
    jobs->add("reminder", Schedule::every(hours{24}), [this] { ++runs; });
    EXPECT_EQ(scheduler->runDueHere(), 0);
    EXPECT_EQ(scheduler->list().at(0).lastRun->startedAt, clock.now());
}

TEST_F(JobsTest, ShowsTheErrorOfAFailedRunAndRunsTheJobAgain) {
    bool shallFail = true;
    jobs->add("reminder", Schedule::every(minutes{1}), [&] {
        if (shallFail) {
            throw std::runtime_error("no paper");
        }
    });
    scheduler->runDueHere();
    EXPECT_TRUE(scheduler->list().at(0).lastRun->hasFailed);
    EXPECT_EQ(scheduler->list().at(0).lastRun->error, "no paper");
    EXPECT_THAT(db.log().ids(), ::testing::ElementsAre("job.failed"));
    shallFail = false;
    clock.advance(minutes{1});
    scheduler->runDueHere();
    EXPECT_FALSE(scheduler->list().at(0).lastRun->hasFailed);
}

TEST_F(JobsTest, RefusesJobsThatAreNotDeclaredOrAddedTwice) {
    EXPECT_THROW(jobs->add("unknown", Schedule::every(minutes{1}), [] {}), std::logic_error);
    jobs->add("report", Schedule::every(minutes{1}), [] {});
    EXPECT_THROW(jobs->add("report", Schedule::every(minutes{1}), [] {}), std::logic_error);
}

TEST_F(JobsTest, RunsAJobByHandAndThrowsWhatItThrew) {
    jobs->add("report", Schedule::dailyAt(hours{1}), [] { throw AppError::forbidden(); });
    EXPECT_THROW(scheduler->runHere("tasks", "report"), AppError);
    EXPECT_TRUE(scheduler->list().at(0).lastRun->hasFailed);
    EXPECT_THROW(scheduler->runHere("tasks", "unknown"), AppError);
}

TEST_F(JobsTest, NeverOverlapsAJobWithItself) {
    std::promise<void> isRunning;
    std::promise<void> mayEnd;
    jobs->add("report", Schedule::dailyAt(hours{1}), [&] {
        isRunning.set_value();
        mayEnd.get_future().wait();
    });
    scheduler->start();
    scheduler->runNow("tasks", "report");
    isRunning.get_future().wait();
    EXPECT_TRUE(scheduler->list().at(0).isRunning);
    try {
        scheduler->runNow("tasks", "report");
        ADD_FAILURE() << "the second run was not refused";
    } catch (const AppError& error) {
        EXPECT_EQ(error.code(), "job-running");
    }
    mayEnd.set_value();
    scheduler->stop();
    EXPECT_FALSE(scheduler->list().at(0).isRunning);
}

TEST_F(JobsTest, RunsDueJobsOnItsThreads) {
    std::promise<void> hasRun;
    jobs->add("reminder", Schedule::every(hours{1}), [&] { hasRun.set_value(); });
    scheduler->start();
    hasRun.get_future().wait();
}

TEST_F(JobsTest, RunsWorkSoonAndRefusesMoreThanTheQueueHolds) {
    for (int index = 0; index < 3; ++index) {
        jobs->runSoon([this] { ++runs; });
    }
    EXPECT_THROW(jobs->runSoon([] {}), AppError);
    EXPECT_EQ(scheduler->runDueHere(), 3);
    EXPECT_EQ(runs, 3);
}

TEST_F(JobsTest, LogsWorkThatFailsAndGoesOn) {
    jobs->runSoon([] { throw std::runtime_error("no"); });
    jobs->runSoon([this] { ++runs; });
    EXPECT_EQ(scheduler->runDueHere(), 2);
    EXPECT_EQ(runs, 1);
    EXPECT_THAT(db.log().ids(), ::testing::ElementsAre("background.failed"));
}

TEST_F(JobsTest, WaitsForTheWorkOfAPluginThatIsRemovedAndDropsTheRest) {
    std::promise<void> isRunning;
    std::promise<void> mayEnd;
    std::atomic<bool> hasEnded = false;
    jobs->add("report", Schedule::dailyAt(hours{1}), [&] {
        isRunning.set_value();
        mayEnd.get_future().wait();
        hasEnded = true;
    });
    scheduler->start();
    scheduler->runNow("tasks", "report");
    isRunning.get_future().wait();
    auto removal = std::async(std::launch::async, [&] { scheduler->removeAllOf("tasks"); });
    mayEnd.set_value();
    removal.get();
    EXPECT_TRUE(hasEnded);
    EXPECT_TRUE(scheduler->list().empty());
}

TEST(NextRun, TakesTheSameDayWhenTheMinuteIsStillToCome) {
    const auto now = *parseRfc3339("2026-03-02T02:00:00Z");  // 09:00 in Viet Nam
    EXPECT_EQ(nextRun(Schedule::dailyAt(hours{9}), std::nullopt, now), now + hours{24});
    EXPECT_EQ(nextRun(Schedule::dailyAt(hours{9} + minutes{1}), std::nullopt, now), now + minutes{1});
    EXPECT_EQ(nextRun(Schedule::dailyAt(minutes{0}), now, now), *parseRfc3339("2026-03-02T17:00:00Z"));
    EXPECT_EQ(nextRun(Schedule::every(seconds{30}), now, now), now + seconds{30});
}

}  // namespace
