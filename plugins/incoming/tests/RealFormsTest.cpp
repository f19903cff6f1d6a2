// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace congvu::incoming {

namespace {

std::string sampleOf(const std::string& form) {
    std::ifstream file{std::filesystem::path{CONGVU_PLUGIN_FOLDER} / "../../templates" / form / "sample.json"};
    return {std::istreambuf_iterator<char>{file}, {}};
}

class RealForms : public IncomingFixture, public ::testing::WithParamInterface<std::string> {
protected:
    /// The proposal that is read from the laid-out sample of a form.
    TestResponse read(const std::string& form) {
        const auto rendered = harness.context().forms().render(form, sampleOf(form), forms::RenderPurpose::final);
        const auto uploaded = uploadFiles({rendered.pdf});
        EXPECT_EQ(uploaded.at("items/0/failure"), "") << uploaded.body;
        return harness.get(clerk, "/proposals/" + uploaded.at("items/0/id"));
    }
};

}  // namespace

TEST_P(RealForms, AreReadFromTheirRealLayout) {
    const auto proposal = read(GetParam());
    const auto sample = TestResponse{200, sampleOf(GetParam()), {}};
    EXPECT_EQ(proposal.at("proposal/reading/typeId/value"), GetParam());
    EXPECT_EQ(proposal.at("proposal/reading/typeId/isSure"), "true");
    EXPECT_EQ(proposal.at("proposal/reading/signerName/value"), sample.at("signer/name"));
    EXPECT_NE(proposal.at("proposal/reading/issuerName/value"), "");
    EXPECT_EQ(proposal.at("proposal/reading/subject/value"), sample.at("subject"));
    EXPECT_EQ(proposal.at("proposal/reading/symbol/isSure"), "false") << "the number is not given yet";
}

INSTANTIATE_TEST_SUITE_P(Templates, RealForms,
                         ::testing::Values("cong-van", "quyet-dinh", "to-trinh", "bao-cao", "thong-bao", "ke-hoach", "giay-moi"),
                         [](const auto& name) {
                             std::string letters = name.param;
                             std::erase(letters, '-');
                             return letters;
                         });

TEST_F(RealForms, ReadTheOfficialLetterWordForWord) {
    const auto proposal = read("cong-van");
    EXPECT_EQ(proposal.at("proposal/reading/subject/value"), "báo cáo kết quả rà soát thủ tục hành chính quý IV năm 2026");
    EXPECT_EQ(proposal.at("proposal/reading/issuerName/value"), "Ủy ban nhân dân xã Suối Mơ");
    EXPECT_EQ(proposal.at("proposal/reading/signerAuthority/value"), "KT.");
    EXPECT_EQ(proposal.at("proposal/reading/signerPosition/value"), "Phó Chủ tịch");
    EXPECT_EQ(proposal.at("proposal/reading/signerName/value"), "Trần Thị Mẫu");
}

}  // namespace congvu::incoming
