// SPDX-License-Identifier: Apache-2.0
#include "congvu/ids/Id.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

namespace {

TEST(Id, AscendsWithinOneThread) {
    auto last = congvu::newId();
    for (int index = 0; index < 100'000; ++index) {
        auto next = congvu::newId();
        ASSERT_LT(last, next);
        last = std::move(next);
    }
}

TEST(Id, IsNeverGivenTwiceToManyThreads) {
    std::vector<std::vector<std::string>> lists(8);
    std::vector<std::thread> threads;
    threads.reserve(lists.size());
    for (auto& list : lists) {
        threads.emplace_back([&list] {
            for (int index = 0; index < 5'000; ++index) {
                list.push_back(congvu::newId());
            }
        });
    }
    std::set<std::string> all;
    for (std::size_t index = 0; index < threads.size(); ++index) {
        threads[index].join();
        all.insert(lists[index].begin(), lists[index].end());
    }
    EXPECT_EQ(all.size(), 40'000U);
}

TEST(Id, LooksLikeAnId) {
    EXPECT_TRUE(congvu::looksLikeId(congvu::newId()));
    EXPECT_FALSE(congvu::looksLikeId(""));
    EXPECT_FALSE(congvu::looksLikeId("01J00000000000000000000000X"));
    EXPECT_FALSE(congvu::looksLikeId("01J0000000000000000000000U"));
    EXPECT_FALSE(congvu::looksLikeId("../../../../../../etc/pass"));
}

}  // namespace
