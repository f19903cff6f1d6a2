// SPDX-License-Identifier: Apache-2.0
#include "service/BoundedWork.h"

#include "congvu/error/AppError.h"

#include <gtest/gtest.h>

#include <future>
#include <latch>
#include <stdexcept>
#include <thread>

namespace congvu::signingdesk {

TEST(BoundedWork, LetsTheNextOneInAsSoonAsAPlaceIsFree) {
    BoundedWork work{1, 1};
    std::latch isInside{1};
    std::promise<void> mayLeave;
    std::thread first{[&] {
        work.run([&] {
            isInside.count_down();
            mayLeave.get_future().wait();
        });
    }};
    isInside.wait();
    auto second = std::async(std::launch::async, [&] { return work.run([] { return 7; }); });
    mayLeave.set_value();
    EXPECT_EQ(second.get(), 7);
    first.join();
}

TEST(BoundedWork, RefusesWhenNobodyMayWaitAnyMoreAndDoesNothing) {
    BoundedWork work{1, 0};
    bool isDone = false;
    work.run([&] {
        try {
            std::async(std::launch::async, [&] { work.run([&] { isDone = true; }); }).get();
            FAIL() << "a second one was let in";
        } catch (const AppError& error) {
            EXPECT_EQ(error.kind(), ErrorKind::unavailable);
            EXPECT_EQ(error.code(), "signing.busy");
        }
    });
    EXPECT_FALSE(isDone);
}

TEST(BoundedWork, GivesThePlaceBackWhenTheActThrows) {
    BoundedWork work{1, 0};
    EXPECT_THROW(work.run([]() -> int { throw std::runtime_error{"broken"}; }), std::runtime_error);
    EXPECT_EQ(work.run([] { return 1; }), 1);
}

}  // namespace congvu::signingdesk
