// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"

#include "domain/FormFields.h"
#include "service/Signers.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "congvu/testing/ActingCaller.h"

namespace congvu::outgoing {

namespace {

class SignersOfAnAgency : public OutgoingFixture {
protected:
    /// The block as it is printed for a signer, with the block of the draft given.
    std::string printed(const std::string& draftBlock, const std::string& signerPostId, const std::string& formId = "cong-van",
                        const std::string& authorityTitle = "") {
        const auto fields = R"({"subject":"a","authorityTitle":)" + json::toText(authorityTitle) + R"(,"signer":)" + draftBlock + "}";
        const Signers signers{harness.context().directory(), harness.context().forms(), harness.context().mandates()};
        const auto document = json::Document::parse(signers.printedFields(formId, fields, signerPostId));
        return document.root().member("signer")->toText();
    }
    static std::string block(const std::string& authority, const std::string& position, const std::string& name) {
        return R"({"authority":[)" + authority + R"(],"position":)" + json::toText(position) + R"(,"name":)" + json::toText(name) + "}";
    }
};

class AuthorisedSigners : public OutgoingFixture {
protected:
    /// The code of what is wrong when the head of the office signs a letter of his unit "TUQ."; empty when nothing is.
    std::string problem(const std::string& typeAbbreviation = "", std::chrono::hours later = {}) {
        const Signers signers{harness.context().directory(), harness.context().forms(), harness.context().mandates()};
        OutgoingDocument document;
        document.formId = "cong-van";
        document.typeAbbreviation = typeAbbreviation;
        document.unitId = office.unitId;
        document.signerPostId = office.postId;
        document.fields.text = R"({"signer":{"authority":[{"prefix":"TUQ.","of":"Chủ tịch"}],"position":"Chánh Văn phòng","name":)" +
                               json::toText(office.personName) + "}}";
        try {
            signers.checkAuthority(document, harness.context().clock().now() + later);
        } catch (const AppError& refused) {
            return refused.fields().front().code;
        }
        return {};
    }
};

}  // namespace

TEST_F(AuthorisedSigners, HaveAMandateInForceForSuchADocument) {
    EXPECT_EQ(problem(), "outgoing.authority-tuq");
    (void)congvu::testing::actingFor(harness, chair, office, R"(["sign"])", R"(,"documentTypes":["CV"])");
    EXPECT_EQ(problem(), "");
    EXPECT_EQ(problem("QĐ"), "outgoing.authority-tuq") << "the mandate is for letters";
    EXPECT_EQ(problem("", std::chrono::hours{24 * 7}), "outgoing.authority-tuq") << "its last day is over";
}

TEST_F(AuthorisedSigners, AreNotThoseWhoMayOnlyReview) {
    (void)congvu::testing::actingFor(harness, head, office, R"(["review"])");
    EXPECT_EQ(problem(), "outgoing.authority-tuq");
}

TEST_F(SignersOfAnAgency, LeaveABlockThatNamesTheSignerAsTheDrafterWroteIt) {
    const auto written = block(R"({"prefix":"TUQ.","of":"Chủ tịch"})", "Chánh Văn phòng", office.personName);
    EXPECT_EQ(printed(written, office.postId), written);
}

TEST_F(SignersOfAnAgency, ReplaceTheBlockOfAnotherPersonAsAWhole) {
    const auto ofTheChair = block(R"({"prefix":"TM.","of":"Ủy ban nhân dân"})", "Chủ tịch", chair.personName);
    EXPECT_EQ(printed(ofTheChair, office.postId), block(R"({"prefix":"TL.","of":"Chủ tịch"})", "Chánh Văn phòng", office.personName));
    EXPECT_EQ(printed(block("", "Chánh Văn phòng", "Người Khác"), chair.postId), ofTheChair);
}

TEST_F(SignersOfAnAgency, PrintTheCommitteesLineOnADecisionOnlyWhenTheCommitteeDecides) {
    const auto someoneElse = block("", "", "Người Khác");
    EXPECT_EQ(printed(someoneElse, chair.postId, "quyet-dinh", "Chủ tịch Ủy ban nhân dân xã Ví Dụ A"),
              block("", "Chủ tịch", chair.personName));
    EXPECT_EQ(printed(someoneElse, chair.postId, "quyet-dinh", "Ủy ban nhân dân xã Ví Dụ A"),
              block(R"({"prefix":"TM.","of":"Ủy ban nhân dân"})", "Chủ tịch", chair.personName));
}

}  // namespace congvu::outgoing
