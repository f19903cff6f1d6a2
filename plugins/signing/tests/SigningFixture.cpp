// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

#include "SigningPlugin.h"
#include "congvu/json/Encode.h"
#include "support/PdfFactory.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signingdesk {

using signing::testing::TestPki;

namespace {

std::string list(const std::vector<std::string>& items) {
    std::string json = "[";
    for (const auto& item : items) {
        json += (json.size() > 1 ? "," : "") + json::toText(item);
    }
    return json + "]";
}

}  // namespace

SigningFixture::SigningFixture()
    : harness(CONGVU_PLUGIN_FOLDER, std::make_unique<SigningPlugin>()),
      chair(harness.as("chair", "xa-a")),
      clerk(harness.as("clerk", "xa-a")),
      administrator(harness.as("administrator", "xa-a")),
      document{"outgoing", "document", newId()},
      pin("pin-" + newId()),
      passphrase("passphrase-" + newId()) {}

std::string SigningFixture::containerOf(const signing::IssuedKey& key, const std::string& passphrase) {
    return std::string{signing::textOf(key.toPkcs12(passphrase, "key"))};
}

testing::TestResponse SigningFixture::enrol(const http::Caller& caller, const std::string& owner, const std::string& container,
                                            const std::string& passphraseText, const std::string& pinText) {
    return harness.upload(caller, "/keys", {{"file", "key.p12", container}},
                          R"({"owner":")" + owner + R"(","label":"Khoá thử","passphrase":)" + json::toText(passphraseText) + R"(,"pin":)" +
                              json::toText(pinText) + "}");
}

std::string SigningFixture::enrolled(const http::Caller& caller, const std::string& owner, const signing::IssuedKey& key) {
    const auto answer = enrol(caller, owner, containerOf(key, passphrase), passphrase, pin);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return answer.at("id");
}

std::string SigningFixture::chairKey() {
    return enrolled(chair, "person", TestPki::instance().chairKey());
}

std::string SigningFixture::sealKey() {
    return enrolled(clerk, "agency", TestPki::instance().sealKey());
}

std::string SigningFixture::form() {
    signing::testing::PdfShape shape;
    shape.withTextFields = shape.withSignatureField = shape.withLock = true;
    return std::string{signing::textOf(signing::testing::makePdf(shape))};
}

files::StoredFile SigningFixture::store(const std::string& bytes) {
    auto& context = harness.context();
    const auto placed = context.files().place(std::string_view{bytes});
    return context.db().write([&](db::Tx& tx) { return context.files().record(tx, placed, "van-ban.pdf", "application/pdf", document); });
}

std::string SigningFixture::ask(const Asked& asked, const std::string& bytes) {
    ports::SignatureRequest request;
    request.entity = document;
    request.agencyId = harness.unitId("xa-a");
    request.signerKind = asked.kind;
    request.signerPostId = asked.kind == ports::SignerKind::person ? chair.postId : "";
    request.file = store(bytes);
    request.fieldName = asked.fieldName;
    request.fields = asked.fields;
    request.attachmentOf = asked.attachmentOf;
    request.title = asked.title;
    request.subtitle = "Công văn";
    request.submittedByName = clerk.personName;
    request.link = "/outgoing/documents/" + document.id;
    const auto desk = harness.context().ports().find<ports::SigningDesk>();
    return harness.context().db().write([&](db::Tx& tx) { return desk->request(tx, clerk, request); });
}

Asked SigningFixture::sealing() {
    return {ports::SignerKind::agency,
            "Seal",
            "Đóng dấu báo cáo",
            {{"Number", "15", ports::TextStyle::regular}, {"Date", "Ví Dụ A, ngày 02 tháng 3 năm 2026", ports::TextStyle::italic}}};
}

testing::TestResponse SigningFixture::sign(const http::Caller& caller, const std::string& keyId, const std::vector<std::string>& requestIds,
                                           const std::string& pinText, const std::string& places) {
    return harness.post(caller, "/sign",
                        R"({"requestIds":)" + list(requestIds) + R"(,"keyId":)" + json::toText(keyId) + R"(,"pin":)" +
                            json::toText(pinText) + R"(,"places":)" + places + "}");
}

testing::TestResponse SigningFixture::request(const http::Caller& caller, const std::string& id) {
    return harness.get(caller, "/requests/" + id);
}

std::string SigningFixture::fileOf(const http::Caller& caller, const std::string& id) {
    const auto answer = harness.get(caller, "/requests/" + id + "/file");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return answer.body;
}

std::string SigningFixture::signedForm() {
    const auto id = ask();
    const auto answer = sign(chair, chairKey(), {id}, pin);
    EXPECT_EQ(answer.at("results/0/isSigned"), "true") << answer.body;
    return fileOf(chair, id);
}

std::string SigningFixture::withChangedPage(const std::string& bytes) {
    using signing::testing::kContent;
    const auto page = signing::testing::streamText("BT /F1 24 Tf 72 760 Td (Pay 900) Tj ET");
    const auto changed = signing::testing::appendObjects({bytes.begin(), bytes.end()}, {{kContent, page}});
    return std::string{signing::textOf(changed)};
}

std::vector<std::string> SigningFixture::auditOf(const std::string& type, const std::string& id) {
    return harness.context().db().read([&](db::Reader& reader) {
        return reader.list(R"sql(
            SELECT act FROM core_audit WHERE entity_type = $1 AND entity_id = $2 ORDER BY seq LIMIT 100)sql",
                           {type, id}, [](const db::Row& row) { return row.string(0); });
    });
}

std::vector<std::string> SigningFixture::timelineOfDocument() {
    std::vector<std::string> acts;
    const auto entries =
        harness.context().db().read([&](db::Reader& reader) { return harness.context().timeline().read(reader, document); });
    for (const auto& entry : entries) {
        acts.push_back(entry.act);
    }
    return acts;
}

void SigningFixture::trustTheAuthority() {
    const auto answer =
        harness.upload(harness.as("administrator", "tinh"), "/roots",
                       {{"file", "root.pem", TestPki::instance().authority().root().toPem()}}, R"({"world":"demonstration"})");
    ASSERT_EQ(answer.status, 201) << answer.body;
}

}  // namespace congvu::signingdesk
