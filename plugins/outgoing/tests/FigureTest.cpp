// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"

#include "congvu/db/Db.h"
#include "domain/SendingRule.h"
#include "service/FigureAnswers.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace congvu::outgoing {

namespace {

using std::chrono::hours;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

class FigureTest : public OutgoingFixture {
protected:
    const Date today{2026, 3, 2};
    calendar::WorkingTime time{harness.context().calendar(), *calendar::OfficeHours::parse("07:30-11:30, 13:30-17:00")};
    FigureAnswers answers{harness.context().forms(), harness.context().clock()};

    [[nodiscard]] std::vector<figures::FigureCell> cells(Date day) {
        return harness.context().db().read([&](db::Reader& reader) { return answers.cells(reader, clerk.agencyId, day, time); });
    }
    /// Values of a measure with their amounts, over all units and sequences.
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
        return harness.get(caller, "/documents" + link.substr(link.find('?')) + "&limit=1").at("total");
    }
};

}  // namespace

TEST_F(FigureTest, CountsWhatWasIssuedOnADayByWhatItIs) {
    const auto id = makeIssued();
    makeSealed();
    EXPECT_THAT(sums("count", today), ElementsAre(Pair("", 1))) << "what is not issued is not counted";
    EXPECT_THAT(sums("type", today), ElementsAre(Pair("cong-van", 1)));
    EXPECT_THAT(sums("channel", today), ElementsAre(Pair("electronic", 1)));
    EXPECT_THAT(sums("person", today), ElementsAre(Pair("yes", 1)));
    EXPECT_THAT(sums("agency", today), ElementsAre(Pair("yes", 1)));
    EXPECT_THAT(sums("sending", today), ElementsAre(Pair("on_time", 1)));
    EXPECT_THAT(sums("delivery", today), ElementsAre(Pair("waiting", 1)));
    say(id, "01");
    EXPECT_THAT(sums("delivery", today), ElementsAre(Pair("waiting", 1)));
    say(id, "03", "", "7");
    EXPECT_THAT(sums("delivery", today), ElementsAre(Pair("received", 1)));
    for (const auto& cell : cells(today)) {
        EXPECT_EQ(cell.unitId, handler.unitId);
        EXPECT_EQ(cell.registerCode, "-");
    }
    EXPECT_THAT(cells(today.plusDays(1)), IsEmpty());
}

TEST_F(FigureTest, CountsTimeInOfficeHoursFromTheFirstDraft) {
    const auto id = makeToSign();
    harness.advance(hours{2});  // 11:00
    sign();
    harness.advance(hours{3});  // 14:00
    act(clerk, id, "number");
    sign();
    harness.advance(hours{20});  // 10:00 of the next day
    act(clerk, id, "issue");
    harness.advance(hours{1});
    say(id, "03", "", "7");
    const auto tuesday = today.plusDays(1);
    EXPECT_THAT(sums("time:signed", tuesday), ElementsAre(Pair("4", 1))) << "half hours";
    EXPECT_THAT(sums("time:numbered", tuesday), ElementsAre(Pair("6", 1)));
    EXPECT_THAT(sums("time:sealed", tuesday), ElementsAre(Pair("6", 1)));
    EXPECT_THAT(sums("time:issued", tuesday), ElementsAre(Pair("17", 1))) << "6 hours of the first day, 2.5 of the second";
    EXPECT_THAT(sums("time:received", tuesday), ElementsAre(Pair("2", 1)));
}

TEST_F(FigureTest, ADocumentIsSentOnTheNextWorkingDayAtTheLatestAndAnUrgentOneOnTheSameDay) {
    const auto& calendar = harness.context().calendar();
    const Date friday{2026, 3, 6};
    const auto signedAt = startOfDayInVietnam(friday) + hours{16};
    const auto monday = startOfDayInVietnam(friday.plusDays(3)) + hours{17};
    EXPECT_EQ(sendingOf(calendar, signedAt, monday, "normal"), "on_time");
    EXPECT_EQ(sendingOf(calendar, signedAt, monday + hours{24}, "normal"), "late");
    EXPECT_EQ(sendingOf(calendar, signedAt, monday, "urgent"), "late");
    EXPECT_EQ(sendingOf(calendar, signedAt, signedAt + hours{2}, "flash"), "on_time");
    const auto id = makeSealed();
    harness.advance(hours{48});
    act(clerk, id, "issue");
    EXPECT_THAT(sums("sending", today.plusDays(2)), ElementsAre(Pair("late", 1)));
    EXPECT_EQ(harness.get(clerk, "/documents?sending=late").at("items/0/id"), id);
}

TEST_F(FigureTest, EveryFigureLeadsToAsManyDocuments) {
    const auto first = makeIssued();
    const auto second = makeSealed();
    harness.advance(hours{48});
    act(clerk, second, "issue");
    makeIssued();
    say(first, "02", "Không đúng thẩm quyền");
    say(second, "03", "", "7");
    std::map<std::pair<std::string, std::string>, std::int64_t> all;
    for (int day = 0; day < 3; ++day) {
        for (const auto& cell : cells(today.plusDays(day))) {
            const bool isTime = cell.measure.starts_with("time:");
            all[{cell.measure, isTime ? "" : cell.value}] += cell.amount;
        }
    }
    EXPECT_EQ(all.at({"count", ""}), 3);
    EXPECT_EQ(all.at({"delivery", "refused"}), 1);
    for (const auto& units : {std::vector<std::string>{}, std::vector<std::string>{handler.unitId}}) {
        const ports::FigureQuestion question{today, today.plusDays(2), units, "-"};
        for (const auto& [figure, amount] : all) {
            const auto link = answers.link(clerk, question, figure.first, figure.second);
            EXPECT_EQ(listed(clerk, link), std::to_string(amount)) << link;
            EXPECT_EQ(listed(clerk, link + "&q=thu"), std::to_string(amount)) << "with words, too: " << link;
        }
    }
    const ports::FigureQuestion whole{today, today.plusDays(2), {}, {}};
    const ports::FigureQuestion ofUnit{today, today.plusDays(2), {head.unitId}, {}};
    EXPECT_EQ(answers.link(head, whole, "count", ""), "") << "a head sees what the own division issued";
    EXPECT_EQ(listed(head, answers.link(head, ofUnit, "count", "")), "3");
    const ports::FigureQuestion otherUnit{today, today.plusDays(2), {harness.unitId("vh-a")}, {}};
    EXPECT_EQ(listed(clerk, answers.link(clerk, otherUnit, "count", "")), "0");
}

TEST_F(FigureTest, TheListOfAFigureShowsNobodyMoreThanBeforeAndHoldsEveryDocumentOnce) {
    for (int count = 0; count < 3; ++count) {
        makeIssued();
        harness.advance(std::chrono::minutes{1});
    }
    std::vector<std::string> ids;
    std::string cursor;
    do {
        const auto page = harness.get(clerk, "/documents?limit=2&channel=electronic" + (cursor.empty() ? "" : "&cursor=" + cursor));
        const auto found = column(page, "id");
        ids.insert(ids.end(), found.begin(), found.end());
        cursor = page.at("next");
    } while (!cursor.empty());
    EXPECT_EQ(ids.size(), 3U);
    EXPECT_EQ((std::set<std::string>{ids.begin(), ids.end()}).size(), 3U);
    EXPECT_EQ(harness.get(harness.as("handler", "vh-a"), "/documents?channel=electronic").at("total"), "0");
    EXPECT_EQ(harness.get(harness.as("clerk", "xa-b"), "/documents?channel=electronic").at("total"), "0");
    EXPECT_EQ(harness.get(clerk, "/documents?sending=soon").at("errors/0/pointer"), "/sending");
    EXPECT_EQ(harness.get(clerk, "/documents?issuedFrom=x").at("errors/0/code"), "bad-date");
}

TEST_F(FigureTest, ANewsOfADeliveryMarksTheDayOfTheIssue) {
    const auto id = makeIssued();
    const auto changeOf = [&] {
        return harness.context()
            .db()
            .read([&](db::Reader& reader) { return answers.days(reader, {clerk.agencyId}, today, today); })
            .at(0)
            .change;
    };
    const auto before = changeOf();
    harness.advance(hours{24});
    say(id, "01");
    EXPECT_GT(changeOf(), before);
    const auto newest = harness.context().db().read([&](db::Reader& reader) { return answers.changedAfter(reader, before, 10); });
    ASSERT_EQ(newest.size(), 1U);
    EXPECT_EQ(newest.front().day, today);
}

TEST_F(FigureTest, NamesFormsAndSequencesAsTheyAreCalled) {
    makeIssued();
    harness.context().db().read([&](db::Reader& reader) {
        const auto names = answers.names(reader, clerk.agencyId, "vi");
        EXPECT_TRUE(
            std::ranges::any_of(names, [](const ports::FigureName& one) { return one.value == "cong-van" && one.name == "Công văn"; }));
        const auto registers = answers.registers(reader, clerk.agencyId);
        ASSERT_EQ(registers.size(), 1U);
        EXPECT_EQ(registers.front().code, "-");
    });
}

}  // namespace congvu::outgoing
