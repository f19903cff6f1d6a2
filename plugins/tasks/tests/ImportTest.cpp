// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

#include "congvu/error/AppError.h"
#include "domain/ExternalTask.h"
#include "service/TableFile.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>

namespace congvu::tasks {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string zipOf(const std::vector<std::pair<std::string, std::string>>& parts) {
    std::string bytes(64UL * 1024 * 1024, '\0');
    std::size_t used = 0;
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_open_memory(zip, bytes.data(), bytes.size(), &used);
    for (const auto& [name, content] : parts) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_write_header(zip, entry);
        archive_write_data(zip, content.data(), content.size());
        archive_entry_free(entry);
    }
    archive_write_close(zip);
    archive_write_free(zip);
    bytes.resize(used);
    return bytes;
}

std::string workbook(const std::string& rows, const std::string& strings = "") {
    return zipOf(
        {{"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId7"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="rId1" Target="styles.xml"/><Relationship Id="rId7" Target="worksheets/data.xml"/></Relationships>)"},
         {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
         {"xl/worksheets/data.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
}

std::string refusal(const std::string& bytes) {
    try {
        static_cast<void>(readTableFile(bytes));
    } catch (const AppError& error) {
        return error.fields().front().code;
    }
    return "accepted";
}

TEST(TableFile, ReadsSharedInlineAndNumberCellsWhereTheyStand) {
    const auto lines = readTableFile(workbook(
        R"(<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><v>46112</v></c><c r="D3" t="inlineStr"><is><r><t>Kế </t></r><r><t>hoạch</t></r></is></c></row>)"
        R"(<row r="4"><c r="A4"><f>1+1</f><v>2</v></c></row>)",
        "<si><t>không</t></si><si><t>Mã nhiệm vụ</t></si>"));
    ASSERT_THAT(lines, SizeIs(2));
    EXPECT_EQ(lines[0].line, 3);
    EXPECT_THAT(lines[0].cells, ElementsAre("Mã nhiệm vụ", "", "46112", "Kế hoạch"));
    EXPECT_THAT(lines[1].cells, ElementsAre(""));
    EXPECT_THAT(lines[1].formulas, ElementsAre(0));
}

TEST(TableFile, RefusesBombsEntitiesAndWhatIsDamaged) {
    EXPECT_EQ(refusal(workbook(std::string(65UL * 1024 * 1024, ' '))), "tasks.import-too-large");
    EXPECT_EQ(refusal(workbook(R"(<row><c t="s"><v>5</v></c></row>)")), "tasks.import-damaged");
    EXPECT_EQ(refusal(workbook("<row><c>")), "tasks.import-damaged");
    EXPECT_EQ(refusal(workbook(R"(<row><c r="ZZZZ1"><v>1</v></c></row>)")), "tasks.import-too-large");
    EXPECT_EQ(refusal(zipOf({{"readme.txt", "x"}})), "tasks.import-damaged");
    EXPECT_EQ(refusal(std::string{"PK\x03\x04\x01", 5}), "tasks.import-damaged");
    EXPECT_EQ(refusal(zipOf({{"xl/workbook.xml", "<!DOCTYPE w [<!ENTITY a \"b\">]><workbook>&a;</workbook>"}})), "tasks.import-damaged");
    EXPECT_EQ(refusal(std::string{"\x00\x01\x02", 3}), "tasks.import-not-a-table");
    EXPECT_EQ(refusal("Mã nhiệm vụ,\"offen"), "tasks.import-open-quote");
}

TEST(ExternalTasks, ReadDatesAsPeopleAndSpreadsheetsWriteThem) {
    const auto read = readExternalTasks({{1, {"Mã nhiệm vụ", "Tên nhiệm vụ", "Đơn vị chủ trì", "Hạn xử lý", "Độ khẩn"}, {}},
                                         {2, {"A1", "Việc", "Phòng", "15/03/2026", "Hoả tốc"}, {}},
                                         {3, {"A2", "Việc", "Phòng", "2026-03-15", ""}, {}},
                                         {4, {"A3", "Việc", "Phòng", "46096", "khẩn"}, {}}});
    EXPECT_THAT(read.errors, IsEmpty());
    for (const auto& task : read.tasks) {
        EXPECT_EQ(task.dueOn, (Date{2026, 3, 15})) << task.code;
    }
    EXPECT_EQ(read.tasks[0].urgency, Urgency::flash);
    EXPECT_EQ(read.tasks[2].urgency, Urgency::urgent);
}

class ImportApi : public TasksFixture {
protected:
    testing::TestResponse takeOver(const http::Caller& caller, const std::string& bytes, bool isDryRun = false) {
        return harness_.upload(caller, "/api/v1/tasks/imports", {{.name = "nhiem-vu.csv", .bytes = bytes}},
                               isDryRun ? R"({"dryRun":true})" : R"({"dryRun":false})");
    }
    std::string unitName(const std::string& unit) { return harness_.context().directory().unit(harness_.unitId(unit))->name; }
    std::string file(const std::string& title = "Rà soát quy hoạch", const std::string& due = "20/03/2026") {
        return "Mã nhiệm vụ;Tên nhiệm vụ;Đơn vị chủ trì;Hạn xử lý;Lĩnh vực;Số, ký hiệu văn bản\nHP-01;" + title + ";" + unitName("kt-a") +
               ";" + due + ";Đất đai;12/UBND\nHP-02;Báo cáo;" + unitName("vh-a") + ";;;\n";
    }
};

TEST_F(ImportApi, TriesFirstThenTakesEachCodeOverOnceAndBringsItUpToDate) {
    const auto tried = takeOver(chair_, file(), true);
    EXPECT_EQ(tried.at("made"), "2") << tried.body;
    EXPECT_THAT(list(chair_), IsEmpty());
    EXPECT_THAT(harness_.get(chair_, "/api/v1/tasks/choices").body, HasSubstr(R"("fields":[])"));
    EXPECT_EQ(takeOver(chair_, file()).at("made"), "2");
    const auto again = takeOver(chair_, file());
    EXPECT_EQ(again.at("made"), "0");
    EXPECT_EQ(again.at("same"), "2");
    const auto task = only(economyHead_);
    const auto renewed = takeOver(chair_, file("Rà soát quy hoạch và đất đai", "25/03/2026"));
    EXPECT_EQ(renewed.at("changed"), "1");
    const auto detail = harness_.get(economyHead_, "/api/v1/tasks/" + task);
    EXPECT_EQ(detail.at("task/title"), "Rà soát quy hoạch và đất đai");
    EXPECT_EQ(detail.at("task/dueOn"), "2026-03-25");
    EXPECT_EQ(detail.at("task/externalCode"), "HP-01");
    EXPECT_EQ(detail.at("task/origin"), "external");
    EXPECT_EQ(detail.at("task/source/symbol"), "12/UBND");
    EXPECT_EQ(list(chair_).size(), 2U);
}

TEST_F(ImportApi, KeepsAGrantedExtensionUntilTheOtherSystemMovesTheDeadline) {
    takeOver(chair_, file());
    const auto task = only(economyHead_);
    act(economyHead_, task, "extension-request", R"({"dueOn":"2026-03-27","reason":"Chờ"})");
    act(chair_, task, "extension-decision", R"({"granted":true})");
    EXPECT_EQ(takeOver(chair_, file()).at("same"), "2");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/" + task).at("task/dueOn"), "2026-03-27");
}

TEST_F(ImportApi, KeepsTheDaysOfASuspensionUntilTheOtherSystemMovesTheDeadline) {
    takeOver(chair_, file());
    const auto task = only(economyHead_);
    act(chair_, task, "suspension", R"({"reason":"Chờ hướng dẫn"})");
    harness_.advance(std::chrono::hours{24 * 7});
    act(chair_, task, "resumption");
    EXPECT_EQ(takeOver(chair_, file()).at("same"), "2");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/" + task).at("task/dueOn"), "2026-03-27");
    EXPECT_EQ(takeOver(chair_, file("Rà soát quy hoạch", "02/04/2026")).at("changed"), "1");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/" + task).at("task/dueOn"), "2026-04-02");
}

TEST_F(ImportApi, LeavesClosedTasksAsTheyAre) {
    takeOver(chair_, file());
    const auto task = only(economyHead_);
    act(chair_, task, "cancellation", R"({"reason":"Trùng"})");
    const auto again = takeOver(chair_, file("Khác"));
    EXPECT_EQ(again.at("closed"), "1");
    EXPECT_EQ(again.at("made"), "0");
}

TEST_F(ImportApi, NamesEveryWrongFieldByLineAndWritesNothing) {
    const auto wrong = takeOver(
        chair_, "Mã nhiệm vụ,Tên nhiệm vụ,Đơn vị chủ trì,Hạn xử lý\nHP-01,,Phòng Lạ,31/02/2026\nHP-01,Việc," + unitName("kt-a") + ",\n");
    EXPECT_THAT(wrong.body, HasSubstr(R"({"line":2,"column":"title","code":"required"})"));
    EXPECT_THAT(wrong.body, HasSubstr(R"({"line":2,"column":"unit","code":"tasks.unknown-unit"})"));
    EXPECT_THAT(wrong.body, HasSubstr(R"({"line":2,"column":"due","code":"bad-date"})"));
    EXPECT_THAT(wrong.body, HasSubstr(R"({"line":3,"column":"code","code":"tasks.import-code-twice"})"));
    EXPECT_THAT(list(chair_), IsEmpty());
    EXPECT_EQ(takeOver(chair_, "x,y\n1,2\n").at("errors/0/code"), "tasks.import-no-heading");
    EXPECT_EQ(takeOver(chair_, "Mã nhiệm vụ\nA\n").at("errors/0/column"), "title");
    EXPECT_EQ(takeOver(chair_, std::string{"\x00\x01", 2}).at("errors/0/pointer"), "/file");
}

TEST_F(ImportApi, SaysWhenACodeBelongsToAnotherUnitHere) {
    takeOver(chair_, file());
    const auto moved = takeOver(chair_, "Mã nhiệm vụ,Tên nhiệm vụ,Đơn vị chủ trì\nHP-01,Việc," + unitName("vh-a") + "\n");
    EXPECT_EQ(moved.at("errors/0/code"), "tasks.import-other-unit");
}

TEST_F(ImportApi, ReportsBackInTheSameColumnsSoThatTheFileReadsAgain) {
    takeOver(chair_, file());
    const auto task = only(economyHead_);
    assignHandler(task);
    submit(economyHandler_, task);
    const auto csv = harness_.get(chair_, "/api/v1/tasks/imports/file?format=csv").body;
    EXPECT_THAT(csv, HasSubstr("Mã nhiệm vụ,Tên nhiệm vụ,Nội dung,"));
    EXPECT_THAT(csv, HasSubstr("Chờ duyệt hoàn thành,100,02/03/2026"));
    EXPECT_EQ(takeOver(chair_, csv).at("same"), "2");
    const auto xlsx = harness_.get(chair_, "/api/v1/tasks/imports/file?format=xlsx").body;
    EXPECT_EQ(takeOver(chair_, xlsx).at("same"), "2");
}

TEST_F(ImportApi, IsForThoseWhoSuperviseOnly) {
    EXPECT_EQ(takeOver(economyHead_, file(), true).status, 403);
    EXPECT_EQ(harness_.get(economyHead_, "/api/v1/tasks/imports/file").status, 403);
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/imports/file?format=pdf").at("errors/0/pointer"), "/format");
}

}  // namespace
}  // namespace congvu::tasks
