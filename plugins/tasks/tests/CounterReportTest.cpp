// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

#include "congvu/db/Db.h"

#include <map>

namespace congvu::tasks {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr const char* kReport = "/api/v1/tasks/report";

class CounterReport : public TasksFixture {
protected:
    std::string give(const http::Caller& caller, const std::string& unit, const std::string& dueOn, const std::string& rest = "") {
        const auto due = dueOn.empty() ? std::string{} : R"(,"dueOn":")" + dueOn + '"';
        const auto made =
            harness_.post(caller, "/api/v1/tasks", R"({"title":"Việc","unitId":")" + harness_.unitId(unit) + '"' + due + rest + "}");
        EXPECT_EQ(made.status, 201) << made.body;
        return made.at("id");
    }
    /// Rows of tasks of the economy division as the year's work has left them, straight into the table.
    void fill(int count, const std::string& state, const std::string& dueOn, const std::string& judgedOn) {
        harness_.context().db().write([&](db::Tx& tx) {
            const auto unit = harness_.unitId("kt-a");
            const auto judged = judgedOn.empty() ? db::Param{} : db::Param{std::string_view{judgedOn}};
            for (int number = 0; number < count; ++number) {
                tx.execute(
                    R"(INSERT INTO tasks_task (id, agency_id, kind, source_plugin, source_type, source_id, source_symbol, source_issuer,
                                  title, content, urgency, unit_id, handler_post_ids, assigner_post_id, assigner_name, due_on,
                                  original_due_on, due_sort, state, stage, is_open, percent, judged_on, extension_count, urge_count,
                                  result_document_label, folded, created_at, updated_at, version, leader_post_id)
                              VALUES ($1, $2, 'lead', '', '', '', '', '', 'x', '', 'normal', $3, '', $4, 'x', $5, $5, $5, $6, $7, $8, 0, $9,
                                      0, 0, '', 'x', $10, $10, 1, $4))",
                    {state + dueOn + std::to_string(number), chair_.agencyId, unit, chair_.postId, dueOn, state,
                     state == "done" ? "done" : "doing", state != "done", judged, std::int64_t{1'772'000'000'000}});
            }
        });
    }
};

TEST_F(CounterReport, AddsUpLikeTheReportOfThePrimeMinistersWorkingGroupOf2017) {
    // 21,914 tasks = 16,051 done (14,068 on time + 1,983 late) + 5,863 not done (5,640 within time + 223 overdue).
    fill(14'068, "done", "2026-02-28", "2026-02-28");
    fill(1'983, "done", "2026-02-27", "2026-02-28");
    fill(5'640, "in_progress", "2026-12-31", "");
    fill(223, "in_progress", "2026-03-01", "");
    const auto report = harness_.get(chair_, std::string{kReport} + "?by=unit");
    EXPECT_EQ(report.at("rows/0/key"), harness_.unitId("kt-a"));
    EXPECT_EQ(report.at("total/doneOnTime"), "14068");
    EXPECT_EQ(report.at("total/doneLate"), "1983");
    EXPECT_EQ(report.at("total/inTerm"), "5640");
    EXPECT_EQ(report.at("total/overdue"), "223");
    const auto csv = harness_.get(chair_, std::string{kReport} + "/file?format=csv");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks?timeliness=overdue").at("total"), "223");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks?timeliness=overdue&dueFrom=2026-03-01&dueUntil=2026-03-01").at("total"), "223");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks?timeliness=overdue&dueFrom=2026-03-02").at("total"), "0");
    EXPECT_THAT(csv.body, HasSubstr("Tổng cộng,21914,16051,14068,1983,5863,5640,223,0,0,\"87,6\""));
}

TEST_F(CounterReport, GroupsByUnitLeaderFieldOriginAndMonthAndEachFigureListsItsTasks) {
    give(chair_, "kt-a", "2026-03-20", R"(,"field":"Đất đai")");
    give(chair_, "vh-a", "2026-03-03", R"(,"field":"Văn hoá","leaderPostId":")" + officeHead_.postId + '"');
    give(officeHead_, "vh-a", "");
    leadTask("2026-02-27");
    harness_.advance(std::chrono::hours{24 * 30});
    give(chair_, "kt-a", "2026-05-20", R"(,"field":"đất đai")");
    const std::map<std::string, std::string> filters{{"unit", "unitId"}, {"leader", "leader"}, {"field", "field"}, {"origin", "origin"}};
    for (const auto& [group, filter] : filters) {
        const auto report = harness_.get(chair_, std::string{kReport} + "?by=" + group);
        EXPECT_EQ(report.at("total/overdue"), "3") << group;
        EXPECT_EQ(report.at("total/inTerm"), "1") << group;
        EXPECT_EQ(report.at("total/noDeadlineOpen"), "1") << group;
        int overdue = 0;
        for (int index = 0; !report.at("rows/" + std::to_string(index) + "/counters/overdue").empty(); ++index) {
            const auto row = "rows/" + std::to_string(index);
            const auto key = report.at(row + "/key");
            const int count = std::stoi(report.at(row + "/counters/overdue"));
            if (group != "field" || key.empty()) {
                EXPECT_THAT(list(chair_, "timeliness=overdue&" + filter + '=' + (key.empty() ? "-" : key)), SizeIs(count)) << row;
            }
            overdue += count;
        }
        EXPECT_EQ(overdue, 3) << group;
    }
    const auto months = harness_.get(chair_, std::string{kReport} + "?by=period");
    EXPECT_EQ(months.at("rows/0/key"), "2026-03");
    EXPECT_EQ(months.at("rows/1/key"), "2026-04");
    EXPECT_EQ(months.at("rows/1/counters/inTerm"), "1");
    EXPECT_EQ(harness_.get(chair_, std::string{kReport} + "?givenUntil=2026-03-31").at("total/inTerm"), "0");
}

TEST_F(CounterReport, CountsOnlyWhatTheCallerMaySee) {
    give(chair_, "kt-a", "2026-03-20");
    give(chair_, "vh-a", "2026-03-20");
    EXPECT_EQ(harness_.get(cultureHead_, kReport).at("total/inTerm"), "1");
    EXPECT_EQ(harness_.get(cultureHandler_, kReport).at("total/inTerm"), "0");
    EXPECT_EQ(harness_.get(harness_.as("chair", "xa-b"), kReport).at("total/inTerm"), "0");
}

TEST_F(CounterReport, IsPrintedAsPdfXlsxAndCsv) {
    give(chair_, "kt-a", "2026-03-20");
    EXPECT_THAT(harness_.get(chair_, std::string{kReport} + "/file?by=leader").body, StartsWith("%PDF-"));
    EXPECT_THAT(harness_.get(chair_, std::string{kReport} + "/file?by=origin&format=xlsx").body, StartsWith("PK"));
    const auto csv = harness_.get(chair_, std::string{kReport} + "/file?by=period&format=csv");
    EXPECT_THAT(csv.body, HasSubstr("Tháng giao"));
    EXPECT_THAT(csv.body, HasSubstr("1,03/2026,1,0,0,0,1,1,0,0,0,–"));
}

TEST_F(CounterReport, SaysWhichPartOfTheQuestionIsWrong) {
    EXPECT_EQ(harness_.get(chair_, std::string{kReport} + "?by=colour").at("errors/0/pointer"), "/by");
    EXPECT_EQ(harness_.get(chair_, std::string{kReport} + "/file?format=docx").at("errors/0/pointer"), "/format");
    const auto backwards = harness_.get(chair_, std::string{kReport} + "?givenFrom=2026-03-02&givenUntil=2026-03-01");
    EXPECT_EQ(backwards.at("errors/0/code"), "tasks.period-ends-before-start");
}

}  // namespace
}  // namespace congvu::tasks
