// SPDX-License-Identifier: Apache-2.0
#include "OutgoingFixture.h"

#include "OutgoingPlugin.h"
#include "congvu/files/FileStore.h"
#include "congvu/json/Encode.h"
#include "congvu/json/Value.h"

namespace congvu::outgoing {

namespace {

std::string list(const std::vector<std::string>& items) {
    std::string json = "[";
    for (const auto& item : items) {
        json += (json.size() > 1 ? "," : "") + json::toText(item);
    }
    return json + "]";
}

}  // namespace

std::string letterFields(const std::string& subject, const std::string& body) {
    return R"({"agency":"Uỷ ban nhân dân\nxã Ví Dụ A","symbol":"UBND-KT","place":"Ví Dụ A","subject":)" + json::toText(subject) +
           R"(,"addressees":["UBND tỉnh Ví Dụ"],"body":)" + json::toText(body) +
           R"(,"archive":"VT, KT","signer":{"authority":[],"position":"Chủ tịch","name":"Người Ký Mẫu"}})";
}

std::string draftRequest(const std::vector<std::string>& recipientAgencyIds, const std::string& fields, const std::string& more) {
    return R"({"formId":"cong-van","fields":)" + fields + R"(,"recipientAgencyIds":)" + list(recipientAgencyIds) + more + "}";
}

OutgoingFixture::OutgoingFixture() : harness(CONGVU_PLUGIN_FOLDER, std::make_unique<OutgoingPlugin>()) {
    handler = harness.as("handler", "kt-a");
    head = harness.as("head", "kt-a");
    office = harness.as("office-head", "vp-a");
    chair = harness.as("chair", "xa-a");
    clerk = harness.as("clerk", "xa-a");
    province = harness.unitId("tinh");
    incoming = std::make_shared<FakeIncoming>(harness.unitId("xa-a"));
    harness.providePort<ports::SigningDesk>(desk);
    harness.providePort<ports::DocumentDirectory>(incoming);
    harness.providePort<ports::TaskDirectory>(tasks);
}

std::string OutgoingFixture::makeDraft() {
    const auto response = harness.post(handler, "/documents", draftRequest({province}));
    EXPECT_EQ(response.status, 201) << response.body;
    return response.at("id");
}

std::vector<std::string> OutgoingFixture::usualChain() {
    return {head.postId, office.postId, chair.postId};
}

testing::TestResponse OutgoingFixture::submit(const std::string& id, const std::vector<std::string>& postIds) {
    return act(handler, id, "submit", R"({"reviewerPostIds":)" + list(postIds) + "}");
}

testing::TestResponse OutgoingFixture::act(const http::Caller& caller, const std::string& id, const std::string& act,
                                           const std::string& json) {
    return harness.post(caller, "/documents/" + id + "/" + act, json);
}

std::string OutgoingFixture::makeSubmitted() {
    const auto id = makeDraft();
    const auto response = submit(id, usualChain());
    EXPECT_EQ(response.status, 200) << response.body;
    return id;
}

std::string OutgoingFixture::makeToSign() {
    const auto id = makeSubmitted();
    EXPECT_EQ(act(head, id, "pass").status, 200);
    const auto response = act(office, id, "pass", R"({"note":"Đúng thể thức."})");
    EXPECT_EQ(response.status, 200) << response.body;
    return id;
}

std::string OutgoingFixture::makeSigned() {
    const auto id = makeToSign();
    sign();
    EXPECT_EQ(stateOf(id), "signed");
    return id;
}

std::string OutgoingFixture::makeNumbered() {
    const auto id = makeSigned();
    const auto response = act(clerk, id, "number");
    EXPECT_EQ(response.status, 200) << response.body;
    return id;
}

std::string OutgoingFixture::makeSealed() {
    const auto id = makeNumbered();
    sign();
    EXPECT_EQ(stateOf(id), "sealed");
    return id;
}

std::string OutgoingFixture::makeIssued() {
    const auto id = makeSealed();
    const auto response = act(clerk, id, "issue");
    EXPECT_EQ(response.status, 200) << response.body;
    return id;
}

std::string OutgoingFixture::somePdf() {
    return harness.context().forms().render("cong-van", letterFields(), forms::RenderPurpose::preview).pdf;
}

void OutgoingFixture::sign(const FakeSigningDesk::Asked& asked) {
    desk->close(asked.id);
    const bool isAgency = asked.request.signerKind == ports::SignerKind::agency;
    const auto bytes = harness.context().files().read(asked.request.file) + "\n% signed by " + asked.id;
    const auto placed = harness.context().files().place(std::string_view{bytes});
    const files::StoredFile file{"file-of-the-desk", "signed.pdf", "application/pdf", placed.sha256, placed.sizeBytes};
    harness.receive("signing.request-signed.v1", asked.request.entity, asked.request.agencyId,
                    R"({"requestId":)" + json::toText(asked.id) + R"(,"signerKind":)" + (isAgency ? R"("agency")" : R"("person")") +
                        R"(,"signerPostId":)" + json::toText(isAgency ? clerk.postId : asked.request.signerPostId) + R"(,"file":)" +
                        json::toText(file) + "}");
}

void OutgoingFixture::giveBackAtTheDesk(const FakeSigningDesk::Asked& asked, const std::string& note) {
    desk->close(asked.id);
    const bool isAgency = asked.request.signerKind == ports::SignerKind::agency;
    harness.receive("signing.request-returned.v1", asked.request.entity, asked.request.agencyId,
                    R"({"requestId":)" + json::toText(asked.id) + R"(,"note":)" + json::toText(note) + R"(,"returnedByPostId":)" +
                        json::toText(isAgency ? clerk.postId : chair.postId) + "}");
}

void OutgoingFixture::say(const std::string& documentId, const std::string& status, const std::string& reason, const std::string& number,
                          int recipient) {
    const auto place = "recipients/" + std::to_string(recipient);
    const auto view = document(documentId);
    const auto deliveryId = view.at(place + "/deliveryId");
    harness.receive("incoming.delivery-status-changed.v1", {"incoming", "delivery", deliveryId}, view.at(place + "/agencyId"),
                    R"({"outgoingDocumentId":)" + json::toText(documentId) + R"(,"deliveryId":)" + json::toText(deliveryId) +
                        R"(,"status":)" + json::toText(status) + R"(,"reason":)" + json::toText(reason) + R"(,"arrivalNumber":)" + number +
                        "}");
}

testing::TestResponse OutgoingFixture::document(const std::string& id) {
    return harness.get(chair, "/documents/" + id);
}

std::string OutgoingFixture::stateOf(const std::string& id) {
    return document(id).at("state");
}

std::vector<std::string> OutgoingFixture::column(const testing::TestResponse& response, const std::string& name) {
    std::vector<std::string> texts;
    const auto answer = json::Document::parse(response.body);
    const auto items = answer.root().member("items");
    for (std::size_t index = 0; items && index < items->size(); ++index) {
        const auto member = items->element(index).member(name);
        texts.emplace_back(member && member->kind() == json::Kind::string ? std::string{member->string()} : member->toText());
    }
    return texts;
}

}  // namespace congvu::outgoing
