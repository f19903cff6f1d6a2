// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include "Consistency.h"
#include "domain/FigureRules.h"
#include "service/FigureAnswers.h"

#include "congvu/calendar/WorkingTime.h"
#include "congvu/db/Db.h"

#include <map>
#include <utility>

namespace congvu::incoming {

namespace {

using std::chrono::hours;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

class FigureTest : public IncomingFixture {
protected:
    const Date today{2026, 3, 2};
    calendar::WorkingTime time{harness.context().calendar(), *calendar::OfficeHours::parse("07:30-11:30, 13:30-17:00")};
    FigureAnswers answers;

    std::string arrive(const std::string& symbol, const std::string& issuer, const std::string& entry = {}) {
        const auto body = R"({"facts":{"symbol":")" + symbol + R"(","issuerName":")" + issuer +
                          R"(","typeId":"cong-van","subject":"việc thử","documentDate":"2026-02-26"})" +
                          (entry.empty() ? "" : R"(,"entry":{)" + entry + "}") + "}";
        const auto made = harness.post(clerk, "/documents", body);
        EXPECT_EQ(made.status, 201) << made.body;
        return made.at("id");
    }
    void handTo(const std::string& id, const std::string& unit) {
        const auto answer = harness.post(clerk, "/documents/" + id + "/transfers",
                                         R"({"kind":"handle","recipients":[{"unitId":")" + harness.unitId(unit) + R"("}],"note":"a"})");
        ASSERT_EQ(answer.status, 201) << answer.body;
    }
    [[nodiscard]] std::vector<figures::FigureCell> cells(Date day) {
        return harness.context().db().read([&](db::Reader& reader) { return answers.cells(reader, clerk.agencyId, day, time); });
    }
    /// Values of a measure with their amounts, over all units and registers.
    [[nodiscard]] std::map<std::string, std::int64_t> sums(std::string_view measure, Date day) {
        std::map<std::string, std::int64_t> sums;
        for (const auto& cell : cells(day)) {
            if (cell.measure == measure) {
                sums[cell.value] += cell.amount;
            }
        }
        return sums;
    }
    /// How many documents the page of a figure lists.
    [[nodiscard]] std::string listed(const http::Caller& caller, const std::string& link) {
        return harness.get(caller, "/documents" + link.substr(link.find('?')) + "&limit=1").at("total");
    }
    [[nodiscard]] std::int64_t changeOf(Date day) {
        const auto days = harness.context().db().read([&](db::Reader& reader) { return answers.days(reader, {clerk.agencyId}, day, day); });
        return days.empty() ? 0 : days.front().change;
    }
};

IncomingDocument arrivedAt(Date arrivedOn, Timestamp registeredAt) {
    IncomingDocument document;
    document.arrivedOn = arrivedOn;
    document.registeredAt = registeredAt;
    return document;
}

}  // namespace

TEST_F(FigureTest, CountsTheArrivalsOfADayByWhatTheyAre) {
    const auto first = arrive("1/A", "Bộ Nội vụ");
    arrive("2/A", "Bộ Nội vụ");
    arrive("3/A", "UBND tỉnh Ví Dụ");
    const auto cancelled = arrive("4/A", "UBND tỉnh Ví Dụ");
    harness.post(clerk, "/documents/" + cancelled + "/cancellation", R"({"reason":"nhầm"})");
    handTo(first, "kt-a");
    EXPECT_THAT(sums("count", today), ElementsAre(Pair("", 3)));
    EXPECT_THAT(sums("type", today), ElementsAre(Pair("cong-van", 3)));
    EXPECT_THAT(sums("source", today), ElementsAre(Pair("central", 2), Pair("province", 1)));
    EXPECT_THAT(sums("channel", today), ElementsAre(Pair("paper", 3)));
    EXPECT_THAT(sums("signature", today), ElementsAre(Pair("unknown", 3)));
    EXPECT_THAT(sums("entry", today), ElementsAre(Pair("on_time", 3)));
    EXPECT_THAT(sums("count", today.plusDays(1)), IsEmpty());
    std::map<std::string, std::int64_t> byUnit;
    for (const auto& cell : cells(today)) {
        byUnit[cell.unitId] += cell.measure == "count" ? cell.amount : 0;
    }
    EXPECT_THAT(byUnit, UnorderedElementsAre(Pair(harness.unitId("kt-a"), 1), Pair("", 2)));
}

TEST_F(FigureTest, CountsTimeInOfficeHoursFromTheArrivalToEachStatus) {
    const auto directedLater = submitted("1/A");
    const auto id = arrive("2/A", "Bộ Nội vụ");
    harness.advance(hours{1});  // 10:00
    harness.post(chair, "/documents/" + directedLater + "/direction", directionJson(harness.unitId("kt-a")));
    harness.advance(hours{2});  // 12:00, the morning ended at 11:30
    handTo(id, "vh-a");
    harness.advance(hours{22});  // 10:00 of the next day
    progress(directedLater, 1, 0, 0, false, true);
    progress(directedLater, 1, 1, 0, true, true);
    EXPECT_THAT(sums("time:registered", today), ElementsAre(Pair("0", 2)));
    EXPECT_THAT(sums("time:submitted", today), ElementsAre(Pair("0", 1)));
    EXPECT_THAT(sums("time:handed", today), UnorderedElementsAre(Pair("2", 1), Pair("5", 1))) << "half hours";
    EXPECT_THAT(sums("time:started", today), ElementsAre(Pair("17", 1))) << "2.5 and 3.5 hours of the first day, 2.5 of the second";
    EXPECT_THAT(sums("time:completed", today), ElementsAre(Pair("17", 1)));
}

TEST_F(FigureTest, SaysWhatWasRegisteredOnTheWorkingDayOfItsArrival) {
    arrive("1/A", "Bộ Nội vụ", R"("arrivedOn":"2026-02-28","backDateReason":"Đến ngày thứ Bảy")");
    arrive("2/A", "Bộ Nội vụ", R"("arrivedOn":"2026-02-27","backDateReason":"Mất điện")");
    EXPECT_THAT(sums("entry", Date{2026, 2, 28}), ElementsAre(Pair("on_time", 1))) << "Monday is the working day after a Saturday";
    EXPECT_THAT(sums("entry", Date{2026, 2, 27}), ElementsAre(Pair("late", 1)));
    EXPECT_EQ(harness.get(clerk, "/documents?entry=late").at("total"), "1");
    EXPECT_EQ(harness.get(clerk, "/documents?entry=late").at("items/0/symbol"), "2/A");
}

TEST_F(FigureTest, WhatIsDeliveredAfterTheOfficeHasClosedArrivesOnTheNextWorkingDay) {
    const auto& calendar = harness.context().calendar();
    const Date friday{2026, 3, 6};
    const auto evening = startOfDayInVietnam(friday) + hours{17};
    const auto monday = startOfDayInVietnam(friday.plusDays(3)) + hours{8};
    const auto document = arrivedAt(friday.plusDays(3), monday);
    EXPECT_EQ(registerBy(calendar, document, evening, hours{17}), friday.plusDays(3));
    EXPECT_EQ(entryOf(calendar, document, evening, hours{17}), "on_time");
    EXPECT_EQ(entryOf(calendar, document, evening - std::chrono::minutes{1}, hours{17}), "late");
    EXPECT_EQ(entryOf(calendar, arrivedAt(friday, monday), std::nullopt, hours{17}), "late");
    EXPECT_EQ(arrivalOf(document, evening), evening);
    EXPECT_EQ(arrivalOf(arrivedAt(friday, monday), std::nullopt), startOfDayInVietnam(friday));
    EXPECT_EQ(arrivalOf(document, std::nullopt), monday);
}

TEST_F(FigureTest, TellsElectronicDocumentsFromPaper) {
    IncomingDocument document;
    document.verdict = "unsigned";
    EXPECT_EQ(channelOf(document), "paper") << "a scan";
    document.verdict = "invalid";
    EXPECT_EQ(channelOf(document), "electronic") << "signed, if badly";
    document.verdict = "unknown";
    document.deliveryId = "delivery";
    EXPECT_EQ(channelOf(document), "electronic");
}

TEST_F(FigureTest, EveryFigureLeadsToAsManyDocuments) {
    const auto first = arrive("1/A", "Bộ Nội vụ");
    const auto second = arrive("2/A", "UBND tỉnh Ví Dụ");
    arrive("3/A", "Tỉnh uỷ Ví Dụ", R"("arrivedOn":"2026-02-27","backDateReason":"Mất điện")");
    const auto cancelled = arrive("4/A", "Bộ Nội vụ");
    harness.post(clerk, "/documents/" + cancelled + "/cancellation", R"({"reason":"nhầm"})");
    handTo(first, "kt-a");
    handTo(second, "vh-a");
    harness.post(chair, "/documents/" + second + "/closing", R"({"note":"Đã xem"})");
    std::map<std::pair<std::string, std::string>, std::int64_t> whole;
    std::map<std::pair<std::string, std::string>, std::int64_t> ofTime;
    for (const auto& day : {Date{2026, 2, 27}, today}) {
        for (const auto& cell : cells(day)) {
            const bool isTime = cell.measure.starts_with("time:");
            (isTime ? ofTime : whole)[{cell.measure, isTime ? "" : cell.value}] += cell.amount;
            const ports::FigureQuestion question{day, day, {cell.unitId}, cell.registerCode};
            if (!isTime) {
                EXPECT_EQ(listed(clerk, answers.link(clerk, question, cell.measure, cell.value)), std::to_string(cell.amount))
                    << cell.measure << ' ' << cell.value << ' ' << cell.unitId;
            }
        }
    }
    whole.merge(ofTime);
    EXPECT_EQ(whole.at({"count", ""}), 3);
    const ports::FigureQuestion question{Date{2026, 1, 1}, Date{2026, 3, 31}, {}, {}};
    for (const auto& [figure, amount] : whole) {
        const auto link = answers.link(clerk, question, figure.first, figure.second);
        EXPECT_EQ(listed(clerk, link), std::to_string(amount)) << link;
        EXPECT_EQ(listed(clerk, link + "&q=viec"), std::to_string(amount)) << "with words, too: " << link;
        EXPECT_EQ(listed(clerk, link + "&sort=date"), std::to_string(amount)) << "in another order, too: " << link;
    }
    EXPECT_EQ(answers.link(head, question, "count", ""), "") << "a head sees what was given to the division, not every document";
}

TEST_F(FigureTest, PagesOfAFigureHoldEveryDocumentOnce) {
    for (int number = 1; number <= 5; ++number) {
        const auto late = R"("arrivedOn":"2026-02-2)" + std::to_string(6 + number % 2) + R"(","backDateReason":"Mất điện")";
        arrive(std::to_string(number) + "/A", "Bộ Nội vụ", late);
    }
    for (const std::string sort : {"arrival", "-arrival"}) {
        std::vector<std::string> symbols;
        std::string cursor;
        do {
            const auto page =
                harness.get(clerk, "/documents?limit=2&entry=late&sort=" + sort + (cursor.empty() ? "" : "&cursor=" + cursor));
            for (int row = 0; row < 2 && !page.at("items/" + std::to_string(row)).empty(); ++row) {
                symbols.push_back(page.at("items/" + std::to_string(row) + "/symbol"));
            }
            cursor = page.at("next");
        } while (!cursor.empty());
        EXPECT_THAT(symbols, UnorderedElementsAre("1/A", "2/A", "3/A", "4/A", "5/A")) << sort;
    }
    EXPECT_EQ(harness.get(clerk, "/documents?entry=soon").at("errors/0/pointer"), "/entry");
    EXPECT_EQ(harness.get(clerk, "/documents?channel=fax").at("errors/0/pointer"), "/channel");
}

TEST_F(FigureTest, TheListOfAFigureShowsNobodyMoreThanBefore) {
    const auto first = arrive("1/A", "Bộ Nội vụ");
    arrive("2/A", "Bộ Nội vụ");
    handTo(first, "kt-a");
    EXPECT_EQ(harness.get(clerk, "/documents?channel=paper").at("total"), "2");
    EXPECT_EQ(harness.get(head, "/documents?channel=paper").at("total"), "1");
    EXPECT_EQ(harness.get(harness.as("clerk", "xa-b"), "/documents?channel=paper").at("total"), "0");
}

TEST_F(FigureTest, AChangeOfADocumentMarksItsDayAndNoOther) {
    const auto id = arrive("1/A", "Bộ Nội vụ", R"("arrivedOn":"2026-02-27","backDateReason":"Mất điện")");
    arrive("2/A", "Bộ Nội vụ");
    const auto before = std::pair{changeOf(Date{2026, 2, 27}), changeOf(today)};
    handTo(id, "kt-a");
    EXPECT_GT(changeOf(Date{2026, 2, 27}), before.first);
    EXPECT_EQ(changeOf(today), before.second);
    EXPECT_EQ(changeOf(today.plusDays(-1)), 0);
    const auto newest = harness.context().db().read([&](db::Reader& reader) { return answers.changedAfter(reader, before.second, 10); });
    ASSERT_EQ(newest.size(), 1U);
    EXPECT_EQ(newest.front().day, Date(2026, 2, 27));
    ASSERT_EQ(harness.put(clerk, "/senders", R"({"name":"Bộ Nội vụ","categoryId":"other"})").status, 204);
    EXPECT_THAT(sums("source", today), ElementsAre(Pair("other", 1)));
    EXPECT_GT(changeOf(today), before.second) << "another group counts otherwise";
}

TEST_F(FigureTest, FollowsADocumentThroughItsWholeLife) {
    const auto id = submitted("1/A");
    harness.post(chair, "/documents/" + id + "/direction", directionJson(harness.unitId("kt-a")));
    EXPECT_EQ(harness.get(clerk, "/documents?unit=" + harness.unitId("kt-a")).at("total"), "1");
    harness.post(chair, "/documents/" + id + "/direction-withdrawal", R"({"reason":"Nhầm"})");
    EXPECT_EQ(harness.get(clerk, "/documents?unit=" + harness.unitId("kt-a")).at("total"), "0");
    EXPECT_EQ(harness.get(clerk, "/documents?unit=-").at("total"), "1");
    harness.post(chair, "/documents/" + id + "/direction", directionJson(harness.unitId("vh-a")));
    const auto units = harness.unitId("kt-a") + "," + harness.unitId("vh-a");
    EXPECT_EQ(harness.get(clerk, "/documents?reached=handed&unit=" + units).at("total"), "1");
    EXPECT_EQ(harness.get(clerk, "/documents?reached=completed").at("total"), "0");
    progress(id, 1, 1, 0, true, true);
    EXPECT_EQ(harness.get(clerk, "/documents?reached=completed").at("total"), "1");
    EXPECT_THAT(inconsistencies(harness.context().db()), IsEmpty());
}

}  // namespace congvu::incoming
