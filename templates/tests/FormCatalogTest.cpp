// SPDX-License-Identifier: Apache-2.0
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
        for (const char* id : {"cong-van", "quyet-dinh"}) {
            std::filesystem::copy(form(id)->folder, directory_ / id, std::filesystem::copy_options::recursive);
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

TEST(FormCatalog, LoadsTheSevenFormsWithTheirAbbreviations) {
    EXPECT_TRUE(catalog().refused().empty()) << catalog().refused().front().sentence;
    const std::vector<std::pair<const char*, const char*>> expected{{"bao-cao", "BC"},  {"cong-van", ""},     {"giay-moi", "GM"},
                                                                    {"ke-hoach", "KH"}, {"quyet-dinh", "QĐ"}, {"thong-bao", "TB"},
                                                                    {"to-trinh", "TTr"}};
    ASSERT_EQ(catalog().forms().size(), expected.size());
    for (std::size_t index = 0; index < expected.size(); ++index) {
        EXPECT_EQ(catalog().forms()[index]->id, expected[index].first);
        EXPECT_EQ(catalog().forms()[index]->typeAbbreviation, expected[index].second);
    }
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
    replaceIn("cong-van/form.json", "\"richtext\"", "\"html\"");
    expectRefused("cong-van/form.json", "/kind must be");
}

TEST_F(BrokenForms, MarginOutsideTheDecreeIsRefused) {
    replaceIn("cong-van/layout.json", "\"marginLeftMm\": 30", "\"marginLeftMm\": 25");
    expectRefused("cong-van/layout.json", "/page/marginLeftMm");
}

TEST_F(BrokenForms, PlaceholderWithoutAFieldIsRefused) {
    replaceIn("cong-van/layout.json", "{subject}", "{subjcet}");
    expectRefused("cong-van/layout.json", "{subjcet}");
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
