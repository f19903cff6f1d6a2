// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"
#include "congvu/signing/pdf/DocumentInspection.h"
#include "congvu/testing/ActingCaller.h"
#include "support/TestPki.h"

#include <gmock/gmock.h>

namespace congvu::signingdesk {

namespace {

using ::testing::ElementsAre;

class MandateRequest : public SigningFixture {
protected:
    http::Caller office = harness.as("office-head", "vp-a");

    /// A request on the chair's desk whose file names the substitute of the mandate.
    std::string askFor(const std::string& mandateId, const std::string& documentType = "CV") {
        ports::SignatureRequest request;
        request.entity = document;
        request.agencyId = harness.unitId("xa-a");
        request.signerPostId = chair.postId;
        request.file = store(form());
        request.fieldName = "Chair";
        request.title = "Báo cáo thử nghiệm";
        request.mandateId = mandateId;
        request.documentType = documentType;
        const auto desk = harness.context().ports().find<ports::SigningDesk>();
        return harness.context().db().write([&](db::Tx& tx) { return desk->request(tx, clerk, request); });
    }
    std::string officeKey() { return enrolled(office, "person", congvu::signing::testing::TestPki::instance().chairKey()); }
    std::string codeOf(const http::Caller& caller, const std::string& keyId, const std::string& id) {
        return sign(caller, keyId, {id}, pin).at("results/0/code");
    }
};

}  // namespace

TEST_F(MandateRequest, TheSubstituteSignsWhatNamesHimWithHisOwnKeyAndTheSignatureSaysForWhom) {
    const auto acting = congvu::testing::actingFor(harness, chair, office, R"(["sign"])");
    const auto id = askFor(acting.behalf.value().mandateId);
    const auto key = officeKey();
    EXPECT_EQ(codeOf(acting, key, id), "signed");
    const auto bytes = fileOf(acting, id);
    const auto inspection = signing::DocumentInspection::read(signing::viewOf(bytes));
    ASSERT_EQ(inspection.signatures.size(), 1U);
    EXPECT_EQ(inspection.signatures.front().reason,
              "TUQ. Chủ tịch " + chair.personName + " – Giấy uỷ quyền số 03/GUQ-UBND (uỷ quyền " + acting.behalf.value().mandateId + ")");
    EXPECT_THAT(auditOf("request", id), ElementsAre("signing.requested", "signing.signed"));
}

TEST_F(MandateRequest, WhatNamesAnotherIsNotSigned) {
    const auto acting = congvu::testing::actingFor(harness, chair, office, R"(["sign"])");
    const auto ofChair = askFor("");
    EXPECT_EQ(codeOf(acting, officeKey(), ofChair), "signing.names-another");
    const auto ofOffice = askFor(acting.behalf.value().mandateId);
    EXPECT_EQ(codeOf(chair, chairKey(), ofOffice), "signing.names-another");
}

TEST_F(MandateRequest, OutsideTheScopeOrAfterTheEndNothingIsSignedOrReturned) {
    const auto acting = congvu::testing::actingFor(harness, chair, office, R"(["sign"])", R"(,"documentTypes":["QĐ"])");
    const auto letter = askFor(acting.behalf.value().mandateId);
    const auto decision = askFor(acting.behalf.value().mandateId, "QĐ");
    const auto key = officeKey();
    EXPECT_EQ(codeOf(acting, key, letter), "core.mandate-scope");
    EXPECT_EQ(harness.post(acting, "/requests/" + letter + "/return", R"({"note":"Sai thể thức"})").status, 403);
    harness.setNow(startOfDayInVietnam({2026, 3, 7}));
    EXPECT_EQ(codeOf(acting, key, decision), "core.mandate-over");
    harness.setNow(startOfDayInVietnam({2026, 3, 7}) - std::chrono::milliseconds{1});
    EXPECT_EQ(codeOf(acting, key, decision), "signed");
}

TEST_F(MandateRequest, NothingIsSignedInBatchesOnBehalfOfAnother) {
    const auto acting = congvu::testing::actingFor(harness, chair, office, R"(["sign"])");
    const auto id = askFor(acting.behalf.value().mandateId);
    const auto answer = harness.post(
        acting, "/batches", R"({"requestIds":[")" + id + R"("],"keyId":")" + officeKey() + R"(","pin":")" + pin + R"(","places":[]})");
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(answer.at("code"), "signing.no-batch-on-behalf");
}

}  // namespace congvu::signingdesk
