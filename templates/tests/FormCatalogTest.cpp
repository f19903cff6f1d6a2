// SPDX-License-Identifier: Apache-2.0
#include "DocumentTypes.h"
#include "Samples.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace congvu::templates::testing {

namespace {

/// A copy of one good form in a directory of its own, to be broken by a test.
class BrokenForms : public ::testing::Test {
protected:
    void SetUp() override {
        directory_ = std::filesystem::path(OUTPUT_DIRECTORY) /
                     (std::string("catalog-") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(directory_);
        std::filesystem::create_directories(directory_);
        for (const char* folder : {"cong-van", "quyet-dinh", "common"}) {
            std::filesystem::copy(std::filesystem::path(FORMS_DIRECTORY) / folder, directory_ / folder,
                                  std::filesystem::copy_options::recursive);
        }
    }

    void replaceIn(const std::string& file, const std::string& what, const std::string& with) {
        std::string content = readFile(directory_ / file);
        const std::size_t at = content.find(what);
        ASSERT_NE(at, std::string::npos);
        writeFile(directory_ / file, content.replace(at, what.size(), with));
    }

    /// Expects công văn refused by a sentence about that file, and quyết định still usable.
    void expectRefused(const std::string& file, const std::string& complaint) {
        const FormCatalog catalog(directory_);
        ASSERT_EQ(catalog.refused().size(), 1U);
        EXPECT_EQ(catalog.refused()[0].file, directory_ / file);
        EXPECT_NE(catalog.refused()[0].sentence.find(file), std::string::npos) << catalog.refused()[0].sentence;
        EXPECT_NE(catalog.refused()[0].sentence.find(complaint), std::string::npos) << catalog.refused()[0].sentence;
        EXPECT_FALSE(catalog.find("cong-van"));
        EXPECT_TRUE(catalog.find("quyet-dinh"));
    }

    std::filesystem::path directory_;
};

}  // namespace

TEST(FormCatalog, LoadsEveryTypeOfTheDecreeAndTheThreeCopiesWithTheirAbbreviations) {
    EXPECT_TRUE(catalog().refused().empty()) << catalog().refused().front().sentence;
    EXPECT_EQ(administrativeTypes().size(), 29U);
    EXPECT_EQ(catalog().forms().size(), allTypes().size());
    for (const DocumentType& type : allTypes()) {
        EXPECT_EQ(form(type.id)->typeAbbreviation, type.abbreviation) << type.id;
        EXPECT_NE(form(type.id)->source.find("30/2020/NĐ-CP"), std::string::npos) << type.id;
    }
    for (const DocumentType& type : copyTypes()) {
        EXPECT_EQ(form(type.id)->category, FormCategory::copy) << type.id;
    }
}

// State secrets must not be written on a machine that is or was in a network (Law 117/2025/QH15): no form takes them.
TEST(FormCatalog, NoFormOffersADegreeOfSecrecy) {
    for (const auto& each : catalog().forms()) {
        EXPECT_EQ(each->field("secrecy"), nullptr) << each->id;
        EXPECT_EQ(each->fieldsJson.find("Tuyệt mật"), std::string::npos) << each->id;
    }
}

TEST(FormCatalog, GivesTheFieldsWithWhatIsSharedPutIn) {
    const auto letter = form("cong-van");
    EXPECT_EQ(letter->field("subject")->help.vi, "Không gõ chữ V/v.") << "the letter's own";
    EXPECT_EQ(letter->field("subject")->maxLength, 500U) << "shared";
    EXPECT_TRUE(letter->field("addressees")->required);
    EXPECT_FALSE(form("bao-cao")->field("addressees")->required);
    EXPECT_NE(letter->fieldsJson.find(R"("key":"superiorAgency")"), std::string::npos);
    EXPECT_EQ(letter->fieldsJson.find(R"("use")"), std::string::npos);
}

TEST(FormCatalog, EveryFieldHasBothLabelsAndABound) {
    for (const auto& each : catalog().forms()) {
        for (const FormField& field : each->fields) {
            EXPECT_FALSE(field.label.vi.empty() || field.label.en.empty()) << each->id << " " << field.key;
            EXPECT_GT(field.maxLength, 0U) << each->id << " " << field.key;
        }
    }
}

TEST(FormCatalog, ReportsADirectoryThatIsNotThere) {
    const FormCatalog missing(std::filesystem::path(OUTPUT_DIRECTORY) / "nowhere");
    EXPECT_TRUE(missing.forms().empty());
    EXPECT_EQ(missing.refused().size(), 1U);
}

TEST_F(BrokenForms, NotJsonIsRefused) {
    writeFile(directory_ / "cong-van/form.json", "{");
    expectRefused("cong-van/form.json", "not JSON");
}

TEST_F(BrokenForms, MissingLayoutIsRefused) {
    std::filesystem::remove(directory_ / "cong-van/layout.json");
    expectRefused("cong-van/layout.json", "missing");
}

TEST_F(BrokenForms, UnknownMemberIsRefused) {
    replaceIn("cong-van/form.json", "\"version\"", "\"versoin\"");
    expectRefused("cong-van/form.json", "versoin");
}

TEST_F(BrokenForms, UnknownFieldKindIsRefused) {
    replaceIn("cong-van/form.json", "\"use\": \"subject\",", "\"use\": \"subject\", \"kind\": \"html\",");
    expectRefused("cong-van/form.json", "/kind must be");
}

TEST_F(BrokenForms, MarginOutsideTheDecreeIsRefused) {
    replaceIn("cong-van/layout.json", "\"components\"",
              R"("page": {"marginTopMm": 20, "marginBottomMm": 20, "marginLeftMm": 25, "marginRightMm": 15, "pageNumberSize": 13},
                 "components")");
    expectRefused("cong-van/layout.json", "/page/marginLeftMm");
}

TEST_F(BrokenForms, PlaceholderWithoutAFieldIsRefused) {
    replaceIn("cong-van/layout.json", "{subject}", "{subjcet}");
    expectRefused("cong-van/layout.json", "{subjcet}");
}

TEST_F(BrokenForms, UnknownSharedFieldIsRefused) {
    replaceIn("cong-van/form.json", "\"body\"", "\"bodi\"");
    expectRefused("cong-van/form.json", "\"bodi\", which is neither a field nor a group");
}

TEST_F(BrokenForms, UnknownPartIsRefused) {
    replaceIn("cong-van/layout.json", "\"closing\"", "\"clsoing\"");
    expectRefused("cong-van/layout.json", "\"clsoing\", which is no part");
}

TEST_F(BrokenForms, UnknownFieldInWhenIsRefused) {
    replaceIn("cong-van/layout.json", "\"part\": \"addressees\"", "\"part\": \"addressees\", \"when\": \"adressees\"");
    expectRefused("cong-van/layout.json", "\"adressees\", which is no field");
}

TEST_F(BrokenForms, SharedSizeOutsideTheDecreeIsRefused) {
    replaceIn("cong-van/layout.json", "\"part\": \"body\"", "\"part\": \"body\", \"size\": 12");
    expectRefused("cong-van/layout.json", "/size must be a number from 13");
}

TEST_F(BrokenForms, MissingSharedFieldsRefuseEveryFormByTheFileToMend) {
    std::filesystem::remove(directory_ / "common/fields.json");
    const FormCatalog catalog(directory_);
    ASSERT_EQ(catalog.refused().size(), 2U);
    EXPECT_EQ(catalog.refused()[0].file, directory_ / "common/fields.json");
}

TEST_F(BrokenForms, LayoutOutsideTheFolderIsRefused) {
    replaceIn("cong-van/form.json", "\"layout.json\"", "\"../quyet-dinh/layout.json\"");
    expectRefused("cong-van/form.json", "/layout");
}

TEST_F(BrokenForms, FolderOfAnotherNameIsRefused) {
    std::filesystem::rename(directory_ / "cong-van", directory_ / "letter");
    const FormCatalog catalog(directory_);
    ASSERT_EQ(catalog.refused().size(), 1U);
    EXPECT_NE(catalog.refused()[0].sentence.find("name of the folder"), std::string::npos);
}

TEST_F(BrokenForms, FolderPutInPlaceIsANewFormWithoutAnyCode) {
    std::filesystem::copy(directory_ / "quyet-dinh", directory_ / "chi-thi");
    replaceIn("chi-thi/form.json", "\"quyet-dinh\"", "\"chi-thi\"");
    const FormCatalog catalog(directory_);
    ASSERT_TRUE(catalog.find("chi-thi"));
    EXPECT_TRUE(renderer().render(*catalog.find("chi-thi"), readFile(directory_ / "chi-thi/sample.json")).form);
}

}  // namespace congvu::templates::testing
