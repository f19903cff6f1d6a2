// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"

#include <algorithm>
#include <map>
#include <thread>

namespace congvu::core {

namespace {

class RegisterTest : public CoreTest {
protected:
    std::int64_t next(int year = 2026, const std::string& group = {}) {
        return db->write([&](db::Tx& tx) { return core->registers.next(tx, sequence(year, group), {"incoming", "document", newId()}); });
    }
    [[nodiscard]] registers::Sequence sequence(int year = 2026, const std::string& group = {}) const {
        return {communeA, "incoming", year, group};
    }
};

}  // namespace

TEST_F(RegisterTest, SixtyFourClerksGetEveryNumberOnce) {
    constexpr int kClerks = 64;
    constexpr int kEach = 20;
    std::vector<std::vector<std::int64_t>> given(kClerks);
    std::vector<std::thread> clerks;
    clerks.reserve(kClerks);
    for (int clerk = 0; clerk < kClerks; ++clerk) {
        clerks.emplace_back([&, clerk] {
            for (int count = 0; count < kEach; ++count) {
                given[static_cast<std::size_t>(clerk)].push_back(next());
            }
        });
    }
    for (auto& clerk : clerks) {
        clerk.join();
    }
    std::vector<std::int64_t> all;
    for (const auto& numbers : given) {
        EXPECT_TRUE(std::is_sorted(numbers.begin(), numbers.end()));
        all.insert(all.end(), numbers.begin(), numbers.end());
    }
    std::sort(all.begin(), all.end());
    ASSERT_EQ(all.size(), static_cast<std::size_t>(kClerks * kEach));
    for (std::size_t index = 0; index < all.size(); ++index) {
        ASSERT_EQ(all[index], static_cast<std::int64_t>(index) + 1);
    }
}

TEST_F(RegisterTest, ANumberIsNotLostWithAFailedTransaction) {
    EXPECT_EQ(next(), 1);
    EXPECT_EQ(errorOf([&] {
                  db->write([&](db::Tx& tx) {
                      EXPECT_EQ(core->registers.next(tx, sequence(), {"incoming", "document", "d"}), 2);
                      throw AppError::forbidden();
                  });
              }),
              "forbidden");
    EXPECT_EQ(next(), 2);
}

TEST_F(RegisterTest, TheSequenceStartsAgainWithTheYearAndRunsPerGroup) {
    EXPECT_EQ(next(), 1);
    EXPECT_EQ(next(), 2);
    EXPECT_EQ(next(2027), 1);
    EXPECT_EQ(next(2026, "QĐ"), 1);
    EXPECT_EQ(next(), 3);
}

TEST_F(RegisterTest, ACancelledNumberStaysRecordedAndIsNeverGivenAgain) {
    next();
    next();
    db->write([&](db::Tx& tx) { core->registers.cancel(tx, sequence(), 2, "đăng ký nhầm"); });
    EXPECT_EQ(next(), 3);
    const auto clerk = as(addPost(officeA, "clerk"));
    const auto books = core->registers.list(clerk, 2026, {}).items;
    ASSERT_EQ(books.size(), 1U);
    EXPECT_EQ(books.front().last, 3);
    const auto numbers = core->registers.numbers(clerk, books.front().id, {}).items;
    ASSERT_EQ(numbers.size(), 3U);
    EXPECT_EQ(numbers[1].status, "cancelled");
    EXPECT_EQ(numbers[1].reason, "đăng ký nhầm");
}

TEST_F(RegisterTest, ANumberThatWasNotGivenIsNotCancelled) {
    next();
    const auto cancel = [&](std::int64_t number) {
        return errorOf([&] { db->write([&](db::Tx& tx) { core->registers.cancel(tx, sequence(), number, "x"); }); });
    };
    EXPECT_EQ(cancel(2), "number-not-given");
    EXPECT_EQ(cancel(1), "none");
    EXPECT_EQ(cancel(1), "number-not-given");
}

TEST_F(RegisterTest, AReservedNumberIsUsedOnceOrVoidedAndNeverGivenToAnother) {
    const auto reserve = [&] {
        return db->write([&](db::Tx& tx) {
            return core->registers.reserve(tx, sequence(), {"incoming", "reservation", "r"}, "văn bản đến sau");
        });
    };
    const auto use = [&](std::int64_t number) {
        return errorOf([&] { db->write([&](db::Tx& tx) { core->registers.use(tx, sequence(), number, {"incoming", "document", "d"}); }); });
    };
    EXPECT_EQ(next(), 1);
    EXPECT_EQ(reserve(), 2);
    EXPECT_EQ(reserve(), 3);
    EXPECT_EQ(next(), 4);
    EXPECT_EQ(use(2), "none");
    EXPECT_EQ(use(2), "number-not-reserved");
    EXPECT_EQ(use(1), "number-not-reserved");
    EXPECT_EQ(use(9), "number-not-reserved");
    db->write([&](db::Tx& tx) { core->registers.cancel(tx, sequence(), 3, "không dùng đến"); });
    EXPECT_EQ(use(3), "number-not-reserved");
    EXPECT_EQ(next(), 5);
    const auto clerk = as(addPost(officeA, "clerk"));
    const auto numbers = core->registers.numbers(clerk, core->registers.list(clerk, 2026, {}).items.front().id, {}).items;
    ASSERT_EQ(numbers.size(), 5U);
    EXPECT_EQ(numbers[2].status, "cancelled");
    EXPECT_EQ(numbers[3].status, "used");
    EXPECT_EQ(numbers[3].reason, "văn bản đến sau");
    EXPECT_EQ(numbers[3].entity.id, "d");
}

TEST_F(RegisterTest, ClerksWhoReserveUseAndVoidAtOnceLeaveNoGapAndNoDouble) {
    constexpr int kClerks = 16;
    constexpr int kEach = 30;
    std::vector<std::thread> clerks;
    clerks.reserve(kClerks);
    for (int clerk = 0; clerk < kClerks; ++clerk) {
        clerks.emplace_back([&, clerk] {
            for (int count = 0; count < kEach; ++count) {
                const auto number = db->write([&](db::Tx& tx) {
                    return core->registers.reserve(tx, sequence(), {"incoming", "reservation", newId()}, "giữ số");
                });
                db->write([&](db::Tx& tx) {
                    (clerk + count) % 3 == 0 ? core->registers.cancel(tx, sequence(), number, "thôi")
                                             : core->registers.use(tx, sequence(), number, {"incoming", "document", newId()});
                });
                next();
            }
        });
    }
    for (auto& clerk : clerks) {
        clerk.join();
    }
    std::map<std::int64_t, std::string> seen;
    db->read([&](db::Reader& reader) {
        reader.query("SELECT number, status FROM core_register_number ORDER BY number", {},
                     [&](const db::Row& row) { EXPECT_TRUE(seen.emplace(row.integer(0), row.string(1)).second); });
    });
    ASSERT_EQ(seen.size(), static_cast<std::size_t>(2 * kClerks * kEach));
    EXPECT_EQ(seen.begin()->first, 1);
    EXPECT_EQ(seen.rbegin()->first, 2 * kClerks * kEach);
    EXPECT_EQ(std::count_if(seen.begin(), seen.end(), [](const auto& one) { return one.second == "cancelled"; }), kClerks * kEach / 3);
}

TEST_F(RegisterTest, AnotherAgencysRegisterIsNotThere) {
    next();
    const auto id = core->registers.list(as(addPost(officeA, "clerk")), 2026, {}).items.front().id;
    const auto stranger = as(addPost(communeB, "clerk"));
    EXPECT_TRUE(core->registers.list(stranger, 2026, {}).items.empty());
    EXPECT_EQ(errorOf([&] { static_cast<void>(core->registers.numbers(stranger, id, {})); }), "not-found");
    EXPECT_EQ(core->registers.list(as(addPost(province, "administrator")), 2026, {}).items.size(), 1U);
}

}  // namespace congvu::core
