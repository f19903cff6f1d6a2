// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

#include "congvu/json/Value.h"

namespace congvu::tasks {
namespace {

class Reminder : public TasksFixture {
protected:
    /// How many notifications with this title the handler has.
    int notices(const std::string& title) {
        const auto response = harness_.get(economyHandler_, "/api/v1/notifications");
        const auto document = json::Document::parse(response.body);
        const auto items = document.root().member("items").value();
        int count = 0;
        for (std::size_t index = 0; index < items.size(); ++index) {
            count += items.element(index).member("title").value().string() == title ? 1 : 0;
        }
        return count;
    }
    void nextDay() {
        harness_.advance(std::chrono::hours{24});
        harness_.runJob("deadline-reminder");
    }
};

// The clock of the harness starts on Monday 2026-03-02.

TEST_F(Reminder, IsSentOnceTwoWorkingDaysBeforeTheDeadline) {
    assignHandler(leadTask("2026-03-06"));
    harness_.runJob("deadline-reminder");
    nextDay();
    EXPECT_EQ(notices("Nhiệm vụ sắp đến hạn"), 0);
    nextDay();
    EXPECT_EQ(notices("Nhiệm vụ sắp đến hạn"), 1);
    nextDay();
    EXPECT_EQ(notices("Nhiệm vụ sắp đến hạn"), 1);
}

TEST_F(Reminder, IsSentOnEveryWorkingDayWhileTheTaskIsOverdueAndOnceADay) {
    assignHandler(leadTask("2026-02-27"));
    harness_.runJob("deadline-reminder");
    harness_.runJob("deadline-reminder");
    EXPECT_EQ(notices("Nhiệm vụ quá hạn"), 1);
    for (int day = 0; day < 6; ++day) {  // Tuesday to Sunday
        nextDay();
    }
    EXPECT_EQ(notices("Nhiệm vụ quá hạn"), 5);
}

TEST_F(Reminder, IsNotSentWhenTheUnitDoesNotWantIt) {
    harness_.setSetting("tasks.remind_overdue", "false");
    assignHandler(leadTask("2026-02-27"));
    harness_.runJob("deadline-reminder");
    EXPECT_EQ(notices("Nhiệm vụ quá hạn"), 0);
}

TEST_F(Reminder, IsSentAgainForTheNewDeadlineAfterAnExtension) {
    const auto task = leadTask("2026-03-04");
    assignHandler(task);
    harness_.runJob("deadline-reminder");
    EXPECT_EQ(notices("Nhiệm vụ sắp đến hạn"), 1);
    act(economyHandler_, task, "extension-request", R"({"dueOn":"2026-03-06","reason":"Chờ"})");
    act(chair_, task, "extension-decision", R"({"granted":true})");
    nextDay();
    EXPECT_EQ(notices("Nhiệm vụ sắp đến hạn"), 1);
    nextDay();
    EXPECT_EQ(notices("Nhiệm vụ sắp đến hạn"), 2);
}

TEST_F(Reminder, StopsOnceTheResultIsSubmitted) {
    const auto task = leadTask("2026-02-27");
    assignHandler(task);
    submit(economyHandler_, task);
    harness_.runJob("deadline-reminder");
    EXPECT_EQ(notices("Nhiệm vụ quá hạn"), 0);
}

}  // namespace
}  // namespace congvu::tasks
