// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include "domain/RegisterPrint.h"
#include "service/StampDrawing.h"

#include "congvu/appendix/AppendixSix.h"
#include "congvu/process/LimitedProcess.h"
#include "congvu/text/Text.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace congvu::incoming {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string goldenText(const std::string& name) {
    std::ifstream in{std::string{CONGVU_PLUGIN_FOLDER} + "/tests/golden/" + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// What a program says of a PDF; the file is gone afterwards.
std::string told(const std::string& pdf, std::vector<std::string> arguments) {
    const auto folder = std::filesystem::temp_directory_path() / ("congvu-print-" + newId());
    std::filesystem::create_directories(folder);
    const auto file = folder / "a.pdf";
    std::ofstream{file, std::ios::binary} << pdf;
    for (auto& argument : arguments) {
        argument = argument == "FILE" ? file.string() : argument;
    }
    const auto result = process::runLimited(arguments, {});
    std::filesystem::remove_all(folder);
    EXPECT_EQ(result.end, process::ProcessEnd::exited) << result.errors;
    return result.output;
}

std::string wordsOf(const std::string& pdf) {
    return told(pdf, {"/usr/bin/pdftotext", "-layout", "FILE", "-"});
}

/// The PDF with its streams readable.
std::string readable(const std::string& pdf) {
    return told(pdf, {"/usr/bin/qpdf", "--qdf", "--object-streams=disable", "FILE", "-"});
}

class RegisterPrintTest : public IncomingFixture {
protected:
    TestResponse print(const std::string& form, const std::string& format, const std::string& period = "&from=2026-01-01&to=2026-03-31") {
        return harness.get(clerk, "/registers/chung/print?form=" + form + "&format=" + format + period);
    }
    std::string withFile() {
        const auto id = uploadFiles({testing::letterPdf("21/SNV-VP")}).at("items/0/id");
        Body body;
        body.symbol = "21/SNV-VP";
        body.leader = chair.postId;
        return harness.post(clerk, "/proposals/" + id + "/registration", body.json()).at("id");
    }
};

}  // namespace

TEST(RegisterSheets, HaveTheColumnsOfAppendixFour) {
    std::ostringstream listed;
    const auto write = [&](const char* part, const sheets::Sheet& sheet) {
        EXPECT_TRUE(sheet.isLandscape);
        for (std::size_t index = 0; index < sheet.columns.size(); ++index) {
            listed << part << ' ' << index + 1 << ' ' << sheet.columns[index].title << '\n';
        }
    };
    write("VI", arrivalSheet({}, {}, {}));
    write("VIII", trackingSheet({}, {}, {}));
    EXPECT_EQ(listed.str(), goldenText("register-columns.txt"));
}

TEST_F(RegisterPrintTest, PrintsEveryNumberOfThePeriodWithWhatBecameOfIt) {
    const auto first = directed("15/UBND-VX");
    const auto second = submitted("16/UBND-VX");
    harness.post(clerk, "/documents/" + second + "/cancellation", R"({"reason":"Vào nhầm"})");
    const auto reserved = harness.post(clerk, "/registers/chung/reservations", R"({"reason":"Giữ cho bản giấy","key":"k1"})").at("id");
    harness.post(clerk, "/reservations/" + reserved + "/voiding", R"({"reason":"Thôi gửi"})");
    const auto arrivals = print("arrival", "csv").body;
    EXPECT_THAT(arrivals, HasSubstr("02/03/2026,01,UBND tỉnh Ví Dụ,15/UBND-VX,27/02/2026,Công văn V/v báo cáo công tác văn thư,"));
    EXPECT_THAT(arrivals, HasSubstr(",02/03/2026,,\r\n")) << "passed on today, to be signed for by hand";
    EXPECT_THAT(arrivals, HasSubstr("Đã huỷ: Vào nhầm"));
    EXPECT_THAT(arrivals, HasSubstr(",03,,,,,,,,Đã huỷ số: Thôi gửi\r\n"));
    const auto tracking = print("tracking", "csv").body;
    EXPECT_THAT(tracking, HasSubstr("Công văn số 15/UBND-VX ngày 27/02/2026 của UBND tỉnh Ví Dụ"));
    EXPECT_THAT(tracking, HasSubstr("Đang giải quyết"));
    EXPECT_THAT(tracking, HasSubstr("Đã huỷ vào sổ"));
    EXPECT_THAT(print("arrival", "csv", "&from=2026-03-03&to=2026-03-31").body, Not(HasSubstr("15/UBND-VX")));
    EXPECT_FALSE(first.empty());
}

TEST_F(RegisterPrintTest, NamesTheRepliesInTheTrackingRegister) {
    const auto id = directed();
    const auto issued = [&](const std::string& source) {
        harness.receive(
            "outgoing.document-issued.v1", {"outgoing", "document", "o1"}, clerk.agencyId,
            R"({"documentId":"o1","number":"7","symbol":"UBND","numberAndSymbol":"07/UBND-VP","typeId":"CV","typeName":"Công văn",)"
            R"("subject":"a","documentDate":"2026-03-02","signerName":"a","signerTitle":"b","urgency":"normal",)"
            R"("senderAgencyId":")" +
                clerk.agencyId +
                R"(","senderName":"UBND xã","senderOrganId":"H99","dueOn":null,"answersSymbol":"","pages":1,"file":{"id":"f",)"
                R"("name":"a.pdf","mediaType":"application/pdf","sha256":"x","sizeBytes":1},"attachments":[],"recipients":[],)"
                R"("sourceTaskId":null,"sourceDocumentId":)" +
                source + "}");
    };
    issued("null");
    issued('"' + id + '"');
    issued('"' + id + '"');
    EXPECT_THAT(print("tracking", "csv").body, HasSubstr(",07/UBND-VP,"));
    EXPECT_THAT(print("tracking", "csv").body, Not(HasSubstr("07/UBND-VP; 07/UBND-VP")));
}

TEST_F(RegisterPrintTest, MakesPdfAcrossAndXlsx) {
    directed();
    const auto pdf = print("arrival", "pdf");
    ASSERT_EQ(pdf.status, 200) << pdf.body;
    EXPECT_THAT(pdf.headers.at("Content-Disposition"), HasSubstr("so-dang-ky-van-ban-den-2026.pdf"));
    EXPECT_THAT(told(pdf.body, {"/usr/bin/pdfinfo", "FILE"}), HasSubstr("841.89 x 595.276 pts (A4)"));
    const auto text = wordsOf(pdf.body);
    EXPECT_THAT(text, HasSubstr("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN"));
    EXPECT_THAT(text, HasSubstr("15/UBND-")) << "the cell is narrow, the symbol is broken at the hyphen";
    EXPECT_EQ(print("tracking", "xlsx").body.substr(0, 2), "PK");
}

TEST_F(RegisterPrintTest, RefusesAPeriodThatNoRegisterHas) {
    EXPECT_EQ(print("arrival", "pdf", "&from=2025-12-31&to=2026-01-02").at("errors/0/code"), "incoming.one-year");
    EXPECT_EQ(print("arrival", "pdf", "&from=hôm-nay").at("errors/0/code"), "bad-date");
    EXPECT_EQ(print("khac", "pdf").at("errors/0/pointer"), "/form");
    EXPECT_EQ(harness.get(clerk, "/registers/KHONG/print").status, 404);
}

TEST_F(RegisterPrintTest, PrintsTheProcessingSlipWithWhatTheLeaderSaid) {
    const auto id = directed();
    const auto slip = harness.get(clerk, "/documents/" + id + "/processing-slip");
    ASSERT_EQ(slip.status, 200) << slip.body;
    const auto text = wordsOf(slip.body);
    EXPECT_THAT(text, HasSubstr("PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN"));
    EXPECT_THAT(text, HasSubstr("1. Ý kiến của lãnh đạo cơ quan, tổ chức"));
    EXPECT_THAT(text, HasSubstr("Giao tham mưu trả lời"));
    EXPECT_THAT(text, HasSubstr("Giao đơn vị, cá nhân chủ trì"));
    EXPECT_THAT(text, HasSubstr("2. Ý kiến của lãnh đạo đơn vị"));
    EXPECT_THAT(text, HasSubstr("3. Ý kiến đề xuất của người giải quyết"));
}

TEST(ArrivalStamp, IsThirtyFiveByFiftyMillimetresWhereItIsWanted) {
    constexpr double kPoints = 72.0 / 25.4;
    const auto page = readable(stampPage({"UBND xã", "12", "02/03/2026", "Phòng Kinh tế", ""}, {30, 52}, 595.28, 841.89));
    std::smatch frame;
    ASSERT_TRUE(std::regex_search(page, frame, std::regex{R"(([\d.]+) ([\d.]+) ([\d.]+) (-?[\d.]+) re)"})) << page.substr(0, 3'000);
    EXPECT_NEAR(std::stod(frame[1]), 30 * kPoints, 0.1);
    EXPECT_NEAR(std::stod(frame[3]), 50 * kPoints, 0.1);
    EXPECT_NEAR(std::abs(std::stod(frame[4])), 35 * kPoints, 0.1);
}

TEST_F(RegisterPrintTest, StampsACopyAndNeverTheFile) {
    const auto id = withFile();
    const auto path = "/documents/" + id;
    const auto before = harness.get(clerk, path);
    const auto original = harness.get(clerk, path + "/files/" + before.at("files/0/id"));
    const auto stamped = harness.get(clerk, path + "/arrival-stamp?at=right");
    ASSERT_EQ(stamped.status, 200) << stamped.body.substr(0, 400);
    EXPECT_EQ(stamped.body.substr(0, 5), "%PDF-");
    const auto text = wordsOf(stamped.body);
    EXPECT_THAT(text, HasSubstr("21/SNV-VP")) << "the document itself is there";
    EXPECT_THAT(text, HasSubstr("ĐẾN"));
    EXPECT_THAT(text, HasSubstr("02/03/2026"));
    EXPECT_THAT(text, HasSubstr("Chuyển: " + chair.personName));
    const auto after = harness.get(clerk, path);
    EXPECT_EQ(after.at("files/0/sha256"), before.at("files/0/sha256"));
    EXPECT_EQ(after.at("document/version"), before.at("document/version"));
    EXPECT_EQ(harness.get(clerk, path + "/files/" + before.at("files/0/id")).body, original.body);
    EXPECT_EQ(harness.get(clerk, path + "/arrival-stamp?x=200&y=20").at("errors/0/pointer"), "/x");
    EXPECT_EQ(harness.get(clerk, path + "/arrival-stamp?x=20").at("errors/0/pointer"), "/y");
    EXPECT_EQ(harness.get(clerk, path + "/arrival-stamp?at=giua").at("errors/0/pointer"), "/at");
    EXPECT_EQ(harness.get(clerk, "/documents/" + submitted("9/PAPER") + "/arrival-stamp").at("code"), "incoming.no-file");
}

TEST_F(RegisterPrintTest, ExportsTheRecordWithTheNamesAndLengthsOfAppendixSix) {
    std::string longText;
    for (int count = 0; count < 60; ++count) {
        longText += "đề nghị ";
    }
    const auto registered = harness.post(
        clerk, "/documents",
        R"({"facts":{"symbol":"15/KH-KHOAHOCCONGNGHEVADOIMOISANGTAO","issuerName":"UBND tỉnh Ví Dụ","typeId":"ke-hoach","subject":")" +
            longText +
            R"(","documentDate":"2026-02-27","urgency":"flash","signerName":"Nguyễn Văn Mẫu","signerPosition":"Phó Chủ tịch",)"
            R"("dueOn":"2026-03-20","note":"Bản giấy gửi sau"}})");
    ASSERT_EQ(registered.status, 201) << registered.body;
    const auto id = registered.at("id");
    harness.post(clerk, "/documents/" + id + "/submission", R"({"postId":")" + chair.postId + R"("})");
    harness.post(chair, "/documents/" + id + "/direction", directionJson(harness.unitId("kt-a"), harness.unitId("vh-a"), "2026-03-18"));
    const auto record = harness.get(clerk, "/documents/" + id + "/record");
    ASSERT_EQ(record.status, 200);
    EXPECT_EQ(record.body, goldenText("record.xml"));
    // Field by field: every element stands in the list of the Appendix, in its order, and is no longer than it says.
    auto position = std::string::npos;
    for (const auto& field : appendix::incomingFields()) {
        const auto slash = field.path.find('/');
        const std::string name{slash == std::string_view::npos ? field.path : field.path.substr(slash + 1)};
        std::smatch found;
        if (std::regex_search(record.body, found, std::regex{"<" + name + ">([^<]*)</" + name + ">"})) {
            const auto at = static_cast<std::size_t>(found.position());
            EXPECT_TRUE(position == std::string::npos || at > position) << name;
            position = at;
            EXPECT_TRUE(field.length == 0 || text::length(found[1].str()) <= field.length) << name;
        }
    }
}

}  // namespace congvu::incoming
