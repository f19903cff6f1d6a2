// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"
#include "congvu/appendix/AppendixSix.h"
#include "congvu/process/LimitedProcess.h"
#include "congvu/sheets/Csv.h"
#include "congvu/text/Text.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace congvu::outgoing {

namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kColumns[] = {"Số, ký hiệu văn bản",
                                    "Ngày tháng văn bản",
                                    "Tên loại và trích yếu nội dung văn bản",
                                    "Người ký",
                                    "Nơi nhận văn bản",
                                    "Đơn vị, người nhận bản lưu",
                                    "Số lượng bản",
                                    "Ngày chuyển",
                                    "Ký nhận",
                                    "Ghi chú"};

/// Compares with a file of tests/golden.
void expectGolden(const std::string& actual, const std::string& name) {
    std::ifstream in(std::filesystem::path{CONGVU_PLUGIN_FOLDER} / "tests" / "golden" / name, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    EXPECT_EQ(actual, expected) << name;
}

class RegisterPrint : public OutgoingFixture {
protected:
    /// One issued document to two agencies, one with a cancelled number, one recalled, one reserved number.
    void fill() {
        const auto made = harness.post(handler, "/documents", draftRequest({province, harness.unitId("xa-b")}));
        EXPECT_EQ(submit(made.at("id"), {chair.postId}).status, 200);
        sign();
        EXPECT_EQ(act(clerk, made.at("id"), "number").status, 200);
        sign();
        EXPECT_EQ(act(clerk, made.at("id"), "issue").status, 200);
        const auto wrong = makeNumbered();
        EXPECT_EQ(act(clerk, wrong, "cancel-number", R"({"note":"Cấp nhầm"})").status, 200);
        EXPECT_EQ(harness.post(clerk, "/register/reservations", R"({"formId":"cong-van","amount":1,"reason":"Kỳ họp"})").status, 201);
        const auto recalled = makeIssued();
        EXPECT_EQ(act(chair, recalled, "recall", R"({"note":"Sai nội dung"})").status, 200);
    }
    std::string bytesOf(const std::string& path) {
        const auto response = harness.get(clerk, path);
        EXPECT_EQ(response.status, 200) << response.body.substr(0, 400);
        return response.body;
    }
    std::string textOf(const std::string& bytes, const std::string& name, const std::vector<std::string>& reader) {
        const auto path = harness.context().dataFolder() / name;
        std::ofstream{path, std::ios::binary} << bytes;
        auto arguments = reader;
        for (auto& argument : arguments) {
            argument = argument == "FILE" ? path.string() : argument;
        }
        return process::runLimited(arguments, {}).output;
    }
};

TEST_F(RegisterPrint, HasTheColumnsOfAppendixFourInEveryFormat) {
    fill();
    const auto xlsx = textOf(bytesOf("/register/print?format=xlsx"), "so.xlsx", {"/usr/bin/unzip", "-p", "FILE", "xl/sharedStrings.xml"});
    std::size_t at = 0;
    for (const auto* column : kColumns) {
        std::string cell{">"};
        cell.append(column).append("<");
        at = xlsx.find(cell, at);
        ASSERT_NE(at, std::string::npos) << column << " in its order in " << xlsx;
    }
    const auto pdf = bytesOf("/register/print?format=pdf");
    EXPECT_THAT(pdf, StartsWith("%PDF-"));
    const auto words = textOf(pdf, "so.pdf", {"/usr/bin/pdftotext", "-layout", "FILE", "-"});
    for (const auto* part : {"SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Năm 2026", "01/UBND-KT", "02/03/2026", "Người ký", "Ghi chú", "(10)"}) {
        EXPECT_THAT(words, HasSubstr(part));
    }
}

TEST_F(RegisterPrint, KeepsEveryNumberWithWhatBecameOfIt) {
    fill();
    expectGolden(bytesOf("/register/print?format=csv"), "register.csv");
}

TEST_F(RegisterPrint, PrintsOnlyTheDaysThatAreAskedFor) {
    makeNumbered();
    harness.setNow(*parseRfc3339("2026-04-10T02:00:00Z"));
    makeNumbered();
    EXPECT_THAT(bytesOf("/register/print?format=csv&from=2026-04-01&to=2026-04-30"), HasSubstr("02/UBND-KT"));
    EXPECT_THAT(bytesOf("/register/print?format=csv&from=2026-04-01"), ::testing::Not(HasSubstr("01/UBND-KT")));
    EXPECT_THAT(bytesOf("/register/print?format=csv&year=2025"), ::testing::Not(HasSubstr("UBND-KT")));
}

TEST_F(RegisterPrint, ExportsRecordsUnderTheNamesOfAppendixSix) {
    fill();
    const auto csv = bytesOf("/register/records?format=csv");
    expectGolden(csv, "records.csv");
    std::string header;
    for (const auto& field : appendix::outgoingFields()) {
        header.append(header.empty() ? "" : ",").append(field.path);
    }
    const std::string mark = "\xEF\xBB\xBF";
    EXPECT_EQ(csv.substr(mark.size(), csv.find('\r') - mark.size()), header);
}

TEST_F(RegisterPrint, HasNoValueThatIsLongerThanItsFieldOfAppendixSix) {
    fill();
    const auto csv = bytesOf("/register/records?format=csv");
    sheets::CsvReader reader{csv};
    const auto fields = appendix::outgoingFields();
    (void)reader.next();
    int lines = 0;
    for (auto line = reader.next(); line; line = reader.next(), ++lines) {
        ASSERT_EQ(line->cells.size(), fields.size());
        for (std::size_t index = 0; index < fields.size(); ++index) {
            EXPECT_LE(text::length(line->cells[index]), fields[index].length) << fields[index].path;
        }
    }
    EXPECT_EQ(lines, 3);
}

TEST_F(RegisterPrint, RefusesAWrongQueryByName) {
    EXPECT_EQ(harness.get(clerk, "/register/print?format=doc").at("errors/0/pointer"), "/format");
    EXPECT_EQ(harness.get(clerk, "/register?year=26").at("errors/0/pointer"), "/year");
    EXPECT_EQ(harness.get(clerk, "/register?from=2026-02-30").at("errors/0/pointer"), "/from");
    EXPECT_EQ(harness.get(clerk, "/register?status=lost").at("errors/0/pointer"), "/status");
    EXPECT_EQ(harness.get(handler, "/register").status, 403);
}

}  // namespace

}  // namespace congvu::outgoing
