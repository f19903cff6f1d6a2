// SPDX-License-Identifier: Apache-2.0
#include "congvu/appendix/AppendixSix.h"
#include "domain/DossierRules.h"
#include "domain/NumberWords.h"
#include "domain/Plan.h"
#include "domain/PlanCsv.h"
#include "domain/Retention.h"

#include <gmock/gmock.h>

#include <fstream>
#include <random>
#include <sstream>

namespace congvu::records {
namespace {

using appendix::AppendixField;
using appendix::dossierFields;
using appendix::fit;
using appendix::incomingFields;
using appendix::outgoingFields;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Retention, IsForEverOrANumberOfYears) {
    EXPECT_EQ(parseRetention("vinh vien")->label(), "Vĩnh viễn");
    EXPECT_EQ(parseRetention("VV")->label(), "Vĩnh viễn");
    EXPECT_EQ(parseRetention("20 năm")->label(), "20 năm");
    EXPECT_EQ(parseRetention("5")->label(), "5 năm");
    for (const auto* wrong : {"", "0 năm", "năm", "lâu dài", "-3", "201", "20 ngày", "99999999999"}) {
        EXPECT_FALSE(parseRetention(wrong)) << wrong;
    }
}

TEST(HandOver, IsDueAYearAfterTheWorkEndedAndThreeMonthsForConstruction) {
    EXPECT_EQ(handOverDueOn(DossierKind::ordinary, Date{2026, 3, 1}), (Date{2027, 3, 1}));
    EXPECT_EQ(handOverDueOn(DossierKind::ordinary, Date{2028, 2, 29}), (Date{2029, 2, 28}));
    EXPECT_EQ(handOverDueOn(DossierKind::construction, Date{2026, 11, 30}), (Date{2027, 2, 28}));
    EXPECT_EQ(handOverDueOn(DossierKind::construction, Date{2026, 3, 31}), (Date{2026, 6, 30}));
}

TEST(DossierRules, LetAKeeperManageAParticipantFileAndAllOthersRead) {
    Dossier dossier;
    dossier.keeperPostId = "keeper";
    dossier.unitId = "unit";
    const auto of = [&](const char* post, const char* unit, bool isHead, bool mayKeep, bool isParticipant) {
        Viewer viewer;
        viewer.postId = post;
        viewer.unitId = unit;
        viewer.mayReadUnit = isHead;
        viewer.mayKeep = mayKeep;
        return standingOf(dossier, viewer, isParticipant);
    };
    EXPECT_EQ(of("keeper", "unit", false, true, true), Standing::manager);
    EXPECT_EQ(of("head", "unit", true, true, false), Standing::manager);
    EXPECT_EQ(of("head", "elsewhere", true, true, false), Standing::reader);
    EXPECT_EQ(of("colleague", "unit", false, true, true), Standing::participant);
    EXPECT_EQ(of("keeper", "unit", false, false, true), Standing::reader);
    EXPECT_TRUE(mayDo(Standing::participant, DossierAct::file));
    EXPECT_FALSE(mayDo(Standing::participant, DossierAct::close));
    EXPECT_FALSE(mayDo(Standing::reader, DossierAct::file));
}

TEST(DossierRules, NameEveryMissingPartOfADossier) {
    EXPECT_THAT(gapsOf({}), SizeIs(1));
    EXPECT_TRUE(gapsOf({}).front().isBlocking);
    EXPECT_THAT(gapsOf({{"15/UBND", true, true, true, true, 3}}), IsEmpty());
    std::vector<std::string> codes;
    for (const auto& gap :
         gapsOf({{"a", false, true, true, true, 1}, {"b", true, false, false, false, 0}, {"c", true, true, true, true, 9'999}})) {
        codes.push_back(gap.code);
    }
    EXPECT_THAT(codes, ElementsAre("hidden", "not-final", "no-file", "no-date", "no-pages", "too-many-pages"));
}

TEST(NumberWords, AreVietnamese) {
    EXPECT_EQ(numberInWords(0), "không");
    EXPECT_EQ(numberInWords(5), "năm");
    EXPECT_EQ(numberInWords(15), "mười lăm");
    EXPECT_EQ(numberInWords(21), "hai mươi mốt");
    EXPECT_EQ(numberInWords(11), "mười một");
    EXPECT_EQ(numberInWords(105), "một trăm linh năm");
    EXPECT_EQ(numberInWords(110), "một trăm mười");
    EXPECT_EQ(numberInWords(1005), "một nghìn không trăm linh năm");
}

TEST(PlanNumbers, AreRomanForLargeHeadingsAndPaddedForDossiers) {
    EXPECT_EQ(romanNumber(4), "IV");
    EXPECT_EQ(romanNumber(19), "XIX");
    EXPECT_EQ(notationOf(1, "TCCB"), "01.TCCB");
    EXPECT_EQ(notationOf(12, ""), "12");
}

TEST(AppendixSix, HasTheNamesTypesAndLengthsOfTheDecree) {
    std::ostringstream listed;
    const auto write = [&](const char* part, std::span<const AppendixField> fields) {
        for (const auto& field : fields) {
            const char* types[] = {"String", "Number", "Date", "LongText"};
            listed << part << ' ' << field.path << ' ' << types[static_cast<int>(field.type)] << ' ' << field.length << '\n';
        }
    };
    write("I", outgoingFields());
    write("II", incomingFields());
    write("III", dossierFields());
    std::ifstream golden(std::string{CONGVU_PLUGIN_FOLDER} + "/tests/golden/appendix-six.txt");
    const std::string expected{std::istreambuf_iterator<char>(golden), std::istreambuf_iterator<char>()};
    EXPECT_EQ(listed.str(), expected);
}

TEST(AppendixSix, CutsATextAtACharacterAndNeverANumberOrACode) {
    const AppendixField text{"Title", AppendixField::Type::string, 5};
    EXPECT_EQ(fit(text, "Hồ sơ").full, "");
    EXPECT_EQ(fit(text, "Hồ sơ số").value, "Hồ sơ");
    EXPECT_EQ(fit(text, "Hồ sơ số").full, "Hồ sơ số");
    EXPECT_EQ(fit({"PageAmount", AppendixField::Type::number, 3}, "1000").value, "");
    EXPECT_EQ(fit({"FileCode/OrganId", AppendixField::Type::string, 13}, "H99.01.02.03.04").value, "");
}

TEST(PlanCsv, NamesTheLineAndColumnOfEveryError) {
    const auto read = readPlanCsv(
        "Đề mục,Số và ký hiệu,Tiêu đề hồ sơ,Thời hạn bảo quản\n"
        "Tổ chức cán bộ,01.TCCB,Hồ sơ tuyển dụng,20 năm\n"
        ",01.TCCB,,lâu dài\n");
    ASSERT_THAT(read.lines, SizeIs(2));
    std::vector<std::string> errors;
    for (const auto& error : read.errors) {
        errors.push_back(std::to_string(error.line) + ' ' + error.column + ' ' + error.code);
    }
    EXPECT_THAT(errors, ElementsAre("3 title required", "3 retention records.bad-retention", "3 notation records.notation-taken"));
}

TEST(PlanCsv, RefusesAFileWithoutItsColumns) {
    EXPECT_EQ(readPlanCsv("").errors.front().code, "records.csv-empty");
    EXPECT_EQ(readPlanCsv("a,b\n1,2\n").errors.front().code, "records.csv-column-missing");
    EXPECT_EQ(readPlanCsv("Tiêu đề hồ sơ,Thời hạn bảo quản\n\"mở").errors.back().code, "records.csv-open-quote");
}

TEST(PlanCsv, SurvivesAnyBytes) {
    std::mt19937 random{11};
    for (int round = 0; round < 3'000; ++round) {
        std::string bytes = round % 2 == 0 ? "Tiêu đề hồ sơ,Thời hạn bảo quản\n" : "";
        for (auto length = random() % 80; length > 0; --length) {
            bytes += static_cast<char>(random() % 256);
        }
        EXPECT_LE(readPlanCsv(bytes).errors.size(), 200U);
    }
}

}  // namespace
}  // namespace congvu::records
