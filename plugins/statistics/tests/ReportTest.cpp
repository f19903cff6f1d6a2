// SPDX-License-Identifier: Apache-2.0
#include "StatisticsFixture.h"

#include "congvu/db/Db.h"

#include <map>
#include <random>

namespace congvu::statistics {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;
using testing::TestResponse;

class Report : public StatisticsFixture {
protected:
    const Date today{2026, 3, 2};

    /// Three days of commune A, as one would count them by hand: 10 documents.
    void writeExample() {
        incoming->names = {{"type", "cong-van", "Công văn"}, {"type", "ke-hoach", "Kế hoạch"}, {"source", "central", "Trung ương"}};
        incoming->registers = {{"chung", ""}, {"DT", "Sổ đơn thư"}};
        write(*incoming, {2026, 1, 15},
              {cell("count", "kt-a", "", 4), cell("type", "kt-a", "cong-van", 4), cell("entry", "kt-a", "on_time", 3),
               cell("entry", "kt-a", "late", 1), cell("channel", "kt-a", "electronic", 4)});
        write(*incoming, {2026, 2, 2},
              {cell("count", "vh-a", "", 3), cell("type", "vh-a", "cong-van", 1), cell("type", "vh-a", "ke-hoach", 2),
               cell("entry", "vh-a", "on_time", 3), cell("channel", "vh-a", "paper", 3)});
        write(*incoming, today,
              {cell("count", "", "", 2), cell("type", "", "ke-hoach", 2), cell("entry", "", "on_time", 2), cell("channel", "", "paper", 2),
               cell("count", "kt-a", "", 1, "DT"), cell("type", "kt-a", "to-trinh", 1, "DT"), cell("source", "kt-a", "central", 1, "DT")});
    }
};

TEST_F(Report, AddsUpTheDaysOfAPeriod) {
    writeExample();
    for (const bool isKept : {false, true}) {
        if (isKept) {
            harness.runJob("figures");
        }
        const auto year = report(clerk);
        EXPECT_EQ(year.status, 200) << year.body;
        EXPECT_EQ(year.at("sources/0/id"), "incoming");
        EXPECT_EQ(year.at("sources/0/total/amount"), "10");
        EXPECT_EQ(year.at("sources/0/pendingDays"), "0");
        EXPECT_EQ(amountOf(year, 0, "entry", "on_time"), "8");
        EXPECT_EQ(amountOf(year, 0, "entry", "late"), "1");
        EXPECT_EQ(amountOf(year, 0, "channel", "electronic"), "4");
        EXPECT_EQ(year.at("sources/0/measures/0/id"), "type");
        EXPECT_EQ(year.at("sources/0/measures/0/figures/0/name"), "Công văn") << "most first";
        EXPECT_EQ(year.at("sources/0/measures/0/figures/0/amount"), "5");
        EXPECT_EQ(year.at("sources/0/measures/0/figures/2/value"), "to-trinh");
        EXPECT_EQ(year.at("sources/0/measures/0/total"), "10");
        EXPECT_EQ(amountOf(year, 0, "signature", "valid"), "0") << "known values are always shown";
        const auto part = report(clerk, "from=2026-01-16&to=2026-02-28");
        EXPECT_EQ(part.at("sources/0/total/amount"), "3");
        EXPECT_EQ(part.at("grain"), "day");
        EXPECT_EQ(year.at("grain"), "month");
        EXPECT_EQ(year.at("sources/0/course/0/period"), "2026-01");
        EXPECT_EQ(year.at("sources/0/course/0/amount"), "4");
        EXPECT_EQ(year.at("sources/0/course/2/amount"), "3");
        EXPECT_EQ(part.at("sources/0/course/17/period"), "2026-02-02");
        EXPECT_EQ(part.at("sources/0/course/17/amount"), "3");
    }
}

TEST_F(Report, TellsTheUnitsApartWithWhatWasOnTime) {
    writeExample();
    const auto answer = report(clerk);
    const auto economy = rowOf(answer, 0, harness.unitId("kt-a"));
    EXPECT_EQ(answer.at(economy + "/amount"), "5");
    EXPECT_EQ(answer.at(economy + "/onTime"), "3");
    EXPECT_EQ(answer.at(economy + "/late"), "1");
    EXPECT_EQ(answer.at(economy + "/mayOpen"), "true");
    EXPECT_EQ(answer.at("sources/0/units/2/unitId"), "") << "what no unit has comes last: " << answer.body;
    EXPECT_EQ(answer.at("sources/0/units/2/amount"), "2");
    const auto ofUnit = report(clerk, "from=2026-01-01&to=2026-12-31&unit=" + harness.unitId("kt-a"));
    EXPECT_EQ(ofUnit.at("sources/0/total/amount"), "5");
    EXPECT_EQ(ofUnit.at("unitName"), "Phòng Kinh tế");
}

TEST_F(Report, NarrowsToARegisterAndLeavesOutWhatStandsInNone) {
    writeExample();
    write(*tasks, today, {cell("count", "kt-a", "", 5, "")});
    EXPECT_EQ(report(clerk).at("sources/2/total/amount"), "5");
    const auto ofRegister = report(clerk, "from=2026-01-01&to=2026-12-31&register=incoming:DT");
    EXPECT_EQ(ofRegister.at("sources/0/total/amount"), "1");
    EXPECT_EQ(ofRegister.at("registerName"), "Sổ đơn thư");
    EXPECT_EQ(ofRegister.at("sources/1/id"), "") << ofRegister.body;
    EXPECT_EQ(report(clerk, "register=incoming:XX").at("errors/0/code"), "statistics.unknown-register");
    EXPECT_EQ(harness.get(clerk, "/choices").at("registers/1/code"), "incoming:DT");
}

TEST_F(Report, SaysHowLongItTookUntilEachStatus) {
    write(*outgoing, today,
          {cell("count", "kt-a", "", 10, "-"), cell("time:issued", "kt-a", "4", 5, "-"), cell("time:issued", "kt-a", "9", 4, "-"),
           cell("time:issued", "kt-a", "100", 1, "-")});
    const auto answer = report(clerk);
    EXPECT_EQ(answer.at("sources/1/times/3/status"), "issued");
    EXPECT_EQ(answer.at("sources/1/times/3/amount"), "10");
    EXPECT_EQ(std::stod(answer.at("sources/1/times/3/medianHours")), 2);
    EXPECT_EQ(std::stod(answer.at("sources/1/times/3/ninetiethHours")), 4.5);
    EXPECT_EQ(answer.at("officeHours"), "07:30-11:30, 13:30-17:00");
    EXPECT_EQ(answer.at("minutesPerDay"), "450");
}

TEST_F(Report, CountsOpenTasksByToday) {
    write(*tasks, {2026, 2, 2},
          {cell("count", "kt-a", "", 3, ""), cell("standing", "kt-a", "due:2026-03-01", 1, ""),
           cell("standing", "kt-a", "due:2026-03-02", 1, ""), cell("standing", "kt-a", "overdue", 1, "")});
    harness.runJob("figures");
    EXPECT_EQ(amountOf(report(clerk), 2, "standing", "overdue"), "2");
    EXPECT_EQ(amountOf(report(clerk), 2, "standing", "in_term"), "1");
    harness.advance(std::chrono::hours{24});
    EXPECT_EQ(amountOf(report(clerk), 2, "standing", "overdue"), "3") << "nothing had to be counted anew";
}

TEST_F(Report, EveryFigureAsksForItsRows) {
    writeExample();
    const auto whole = "2026-01-01/2026-12-31/";
    const auto answer = report(clerk);
    EXPECT_EQ(answer.at("sources/0/total/link"), std::string{whole} + "count/");
    EXPECT_EQ(answer.at(placeOf(answer, 0, "entry", "late") + "/link"), std::string{whole} + "entry/late");
    EXPECT_EQ(answer.at(placeOf(answer, 0, "signature", "valid") + "/link"), "") << "nothing is counted";
    EXPECT_EQ(answer.at("sources/0/course/1/link"), "2026-02-01/2026-02-28/count/");
    EXPECT_EQ(answer.at(rowOf(answer, 0, harness.unitId("kt-a")) + "/link"), std::string{whole} + "count//" + harness.unitId("kt-a"));
    const auto narrowed = report(clerk, "from=2026-01-01&to=2026-12-31&register=incoming:DT&unit=" + harness.unitId("kt-a"));
    EXPECT_EQ(narrowed.at("sources/0/total/link"), std::string{whole} + "count//" + harness.unitId("kt-a") + "/DT");
    EXPECT_EQ(report(provinceChair, "from=2026-01-01&to=2026-12-31&unit=" + harness.unitId("xa-a")).at("sources/0/total/link"), "")
        << "the rows are another agency's";
    incoming->hasLists = false;
    EXPECT_EQ(report(clerk).at("sources/0/total/link"), "");
}

TEST_F(Report, IsPrintedAsPdfXlsxAndCsvAndTheAuditKnows) {
    writeExample();
    const std::string period = "from=2026-01-01&to=2026-12-31";
    const auto csv = harness.get(clerk, "/report/file?format=csv&" + period);
    EXPECT_EQ(csv.status, 200) << csv.body;
    EXPECT_THAT(csv.body, HasSubstr("Văn bản đến,10"));
    EXPECT_THAT(csv.body, HasSubstr("Công văn,5,\"50,0\""));
    EXPECT_THAT(csv.body, HasSubstr("Đúng hạn,8,\"88,9\""));
    EXPECT_THAT(csv.body, HasSubstr("Chưa giao đơn vị nào,2,\"100,0\""));
    EXPECT_THAT(harness.get(clerk, "/report/file?format=pdf&" + period).body, StartsWith("%PDF-"));
    EXPECT_THAT(harness.get(clerk, "/report/file?format=xlsx&" + period).body, StartsWith("PK"));
    EXPECT_EQ(harness.get(clerk, "/report/file?format=docx").at("errors/0/pointer"), "/format");
    const auto exported = harness.context().db().read([](db::Reader& reader) {
        return reader.one("SELECT COUNT(*) FROM core_audit WHERE act = 'statistics.exported'", {},
                          [](const db::Row& row) { return row.integer(0); });
    });
    EXPECT_EQ(exported, 3);
}

TEST_F(Report, SaysWhichPartOfTheQuestionIsWrong) {
    EXPECT_EQ(report(clerk, "from=x").at("errors/0/pointer"), "/from");
    EXPECT_EQ(report(clerk, "from=2026-03-02&to=2026-03-01").at("errors/0/code"), "statistics.period-backwards");
    EXPECT_EQ(report(clerk, "from=2010-01-01&to=2026-03-01").at("errors/0/code"), "statistics.period-too-long");
    const auto usual = report(clerk, "");
    EXPECT_EQ(usual.at("from"), "2026-03-01");
    EXPECT_EQ(usual.at("until"), "2026-03-02");
    EXPECT_EQ(usual.at("unitId"), harness.unitId("xa-a"));
}

}  // namespace
}  // namespace congvu::statistics
