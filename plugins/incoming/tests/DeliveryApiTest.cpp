// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

namespace congvu::incoming {

namespace {

constexpr std::string_view kStatusEvent = "incoming.delivery-status-changed.v1";

/// Commune A has issued a document to the province; this fixture looks from the province.
class DeliveryApi : public IncomingFixture {
protected:
    http::Caller provinceClerk = harness.as("clerk", "tinh");
    http::Caller provinceChair = harness.as("chair", "tinh");

    void issue(const std::string& deliveryId = "01JDELIVERY000000000000001") {
        const auto content = harness.context().files().place(testing::letterPdf("15/UBND-VX"));
        harness.receive(
            "outgoing.document-issued.v1", {"outgoing", "document", "out-1"}, clerk.agencyId,
            R"({"documentId":"out-1","number":"15","symbol":"UBND-VX","numberAndSymbol":"15/UBND-VX","typeId":"KH","typeName":"Kế hoạch",)"
            R"("subject":"V/v trả lời","documentDate":"2026-03-02","signerName":"Trần Thị Ví Dụ","signerTitle":"KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",)"
            R"("urgency":"urgent","senderAgencyId":")" +
                clerk.agencyId +
                R"(","senderName":"UBND xã Ví Dụ A","senderOrganId":"H99.01","dueOn":null,"answersSymbol":"9/SNV-VP","pages":1,)" +
                R"("file":{"id":"f1","name":"cong-van.pdf","mediaType":"application/pdf","sha256":")" + content.sha256 +
                R"(","sizeBytes":)" + std::to_string(content.sizeBytes) + R"(},"attachments":[],"recipients":[{"deliveryId":")" +
                deliveryId + R"(","agencyId":")" + provinceClerk.agencyId +
                R"(","name":"UBND tỉnh"}],"sourceTaskId":null,"sourceDocumentId":null})");
    }
    void askRecall() {
        harness.receive("outgoing.recall-requested.v1", {"outgoing", "document", "out-1"}, clerk.agencyId,
                        R"({"documentId":"out-1","senderAgencyId":")" + clerk.agencyId +
                            R"(","reason":"Gửi nhầm","recipients":[{"deliveryId":")" + kId + R"(","agencyId":")" + provinceClerk.agencyId +
                            R"("}]})");
    }
    std::string registerDelivery(const std::string& leader = {}) {
        Body body;
        body.issuer = "UBND xã Ví Dụ A";
        body.date = "2026-03-02";
        body.leader = leader;
        const auto answer = harness.post(provinceClerk, "/deliveries/" + kId + "/registration", body.json());
        EXPECT_EQ(answer.status, 201) << answer.body;
        return answer.at("id");
    }
    [[nodiscard]] std::vector<std::string> statuses() const { return publishedMembers(kStatusEvent, "status"); }

    const std::string kId = "01JDELIVERY000000000000001";
};

}  // namespace

TEST_F(DeliveryApi, ArrivesInTheRecipientsInboxOnceHoweverOftenTheEventComes) {
    issue();
    issue();
    EXPECT_THAT(statuses(), ::testing::ElementsAre("01"));
    EXPECT_THAT(harness.openWork(provinceClerk), ::testing::ElementsAre("incoming.receive"));
    EXPECT_EQ(harness.get(provinceClerk, "/documents/counters").at("arrived"), "1");
    const auto detail = harness.get(provinceClerk, "/deliveries/" + kId);
    EXPECT_EQ(detail.at("delivery/symbol"), "15/UBND-VX");
    EXPECT_EQ(detail.at("delivery/typeId"), "ke-hoach") << "told by its abbreviation";
    EXPECT_EQ(detail.at("delivery/signerTitle"), "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
    EXPECT_EQ(harness.get(provinceClerk, "/deliveries/" + kId + "/files/" + detail.at("files/0/id")).status, 200);
}

TEST_F(DeliveryApi, IsSeenByTheRecipientAlone) {
    issue();
    EXPECT_EQ(harness.get(clerk, "/deliveries/" + kId).status, 404) << "the sender";
    EXPECT_EQ(harness.get(harness.as("clerk", "xa-b"), "/deliveries/" + kId).status, 404);
    EXPECT_EQ(harness.get(harness.as("handler", "vp-tinh"), "/deliveries/" + kId).status, 403) << "no clerk";
}

TEST_F(DeliveryApi, TellsTheSenderEveryStepFromArrivalToTheEnd) {
    issue();
    const auto id = registerDelivery(provinceChair.postId);
    ASSERT_EQ(harness.post(provinceChair, "/documents/" + id + "/direction", directionJson(harness.unitId("vp-tinh"))).status, 201);
    progress(id, 1, 0, 0, false, true);
    progress(id, 1, 1, 0, true, true);
    EXPECT_THAT(statuses(), ::testing::ElementsAre("01", "03", "04", "05", "06"));
    EXPECT_EQ(publishedMembers(kStatusEvent, "arrivalNumber")[1], "1");
    EXPECT_EQ(harness.get(provinceClerk, "/deliveries/" + kId).at("delivery/documentId"), id);
}

TEST_F(DeliveryApi, RefusesWithAReasonThatTheSenderReads) {
    issue();
    EXPECT_EQ(harness.post(provinceClerk, "/deliveries/" + kId + "/refusal", R"({"reason":""})").status, 422);
    ASSERT_EQ(harness.post(provinceClerk, "/deliveries/" + kId + "/refusal", R"({"reason":"Sai nơi nhận"})").at("state"), "refused");
    EXPECT_THAT(statuses(), ::testing::ElementsAre("01", "02"));
    EXPECT_EQ(publishedMembers(kStatusEvent, "reason").back(), "Sai nơi nhận");
    EXPECT_TRUE(harness.openWork(provinceClerk).empty());
    EXPECT_EQ(harness.post(provinceClerk, "/deliveries/" + kId + "/registration", Body{}.json()).at("code"), "incoming.delivery-gone");
}

TEST_F(DeliveryApi, GoesBackAtOnceWhenRecalledBeforeItIsRegistered) {
    issue();
    askRecall();
    askRecall();
    EXPECT_THAT(statuses(), ::testing::ElementsAre("01", "15"));
    EXPECT_EQ(harness.get(provinceClerk, "/deliveries/" + kId).at("delivery/state"), "recalled");
    EXPECT_TRUE(harness.openWork(provinceClerk).empty());
    EXPECT_EQ(harness.get(provinceClerk, "/documents/counters").at("arrived"), "0");
}

TEST_F(DeliveryApi, StopsTheDocumentAndItsTasksWhenTheClerkAgreesToARecall) {
    issue();
    const auto id = registerDelivery(provinceChair.postId);
    ASSERT_EQ(harness.post(provinceChair, "/documents/" + id + "/direction", directionJson(harness.unitId("vp-tinh"))).status, 201);
    askRecall();
    EXPECT_THAT(harness.openWork(provinceClerk), ::testing::ElementsAre("incoming.recall"));
    ASSERT_EQ(harness.post(provinceClerk, "/deliveries/" + kId + "/recall-agreement", "").status, 200);
    EXPECT_EQ(statuses().back(), "15");
    EXPECT_THAT(publishedNames(), ::testing::Contains("incoming.direction-withdrawn.v1"));
    const auto document = harness.get(provinceClerk, "/documents/" + id);
    EXPECT_EQ(document.at("document/state"), "recalled");
    EXPECT_EQ(document.at("document/frozenReason"), "Gửi nhầm");
    EXPECT_EQ(document.at("document/arrivalNumber"), "1") << "the record stays";
    EXPECT_TRUE(harness.openWork(provinceClerk).empty());
}

TEST_F(DeliveryApi, GoesOnWhenTheClerkRefusesARecall) {
    issue();
    const auto id = registerDelivery();
    askRecall();
    EXPECT_EQ(harness.post(provinceClerk, "/deliveries/" + kId + "/recall-refusal", R"({"reason":"Đã giải quyết xong"})").status, 200);
    EXPECT_EQ(statuses().back(), "16");
    EXPECT_EQ(harness.get(provinceClerk, "/documents/" + id).at("document/state"), "registered");
    EXPECT_EQ(harness.post(provinceClerk, "/deliveries/" + kId + "/recall-agreement", "").at("code"), "incoming.no-recall");
    askRecall();
    EXPECT_THAT(harness.openWork(provinceClerk), ::testing::Contains("incoming.recall")) << "the sender may ask again";
}

}  // namespace congvu::incoming
