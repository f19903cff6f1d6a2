// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

#include "congvu/ports/SignatureVerifier.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signingdesk {

namespace {

using signing::testing::TestPki;

class Verification : public SigningFixture {
protected:
    ports::VerificationReport verify(const std::string& bytes) {
        const auto verifier = harness.context().ports().find<ports::SignatureVerifier>();
        return verifier->verify(harness.context().files().contentPath(store(bytes)));
    }
    bool hasEndlessPages(const std::string& bytes) {
        const auto verifier = harness.context().ports().find<ports::SignatureVerifier>();
        return verifier->hasEndlessPages(harness.context().files().contentPath(store(bytes)));
    }
    testing::TestResponse uploaded(const std::string& bytes) { return harness.upload(clerk, "/verify", {{"file", "a.pdf", bytes}}); }
};

std::string withOtherAmount(const std::string& bytes) {
    return std::string{signing::textOf(signing::testing::replaceText({bytes.begin(), bytes.end()}, "(Pay 100)", "(Pay 900)"))};
}

}  // namespace

TEST_F(Verification, CallsASignatureOfATrustedRootValid) {
    trustTheAuthority();
    const auto report = verify(signedForm());
    EXPECT_EQ(report.verdict, ports::Verdict::valid) << report.json;
    EXPECT_NE(report.json.find("\"TOTAL-PASSED\""), std::string::npos);
}

TEST_F(Verification, StaysOpenForARootThatNobodyTrustsAndChangesItsMindWhenTheRootIsAddedOrRemoved) {
    const auto bytes = signedForm();
    EXPECT_EQ(verify(bytes).verdict, ports::Verdict::indeterminate);
    trustTheAuthority();
    EXPECT_EQ(verify(bytes).verdict, ports::Verdict::valid);
    const auto root = harness.as("administrator", "tinh");
    EXPECT_EQ(harness.del(root, "/roots/" + harness.get(root, "/roots").at("items/0/id")).status, 204);
    EXPECT_EQ(verify(bytes).verdict, ports::Verdict::indeterminate);
}

TEST_F(Verification, CallsAnAlteredByteAndAnAppendedChangeInvalid) {
    trustTheAuthority();
    const auto bytes = signedForm();
    EXPECT_EQ(verify(withOtherAmount(bytes)).verdict, ports::Verdict::invalid);
    const auto report = verify(withChangedPage(bytes));
    EXPECT_EQ(report.verdict, ports::Verdict::invalid);
    EXPECT_NE(report.json.find("page-content-changed"), std::string::npos) << report.json;
}

TEST_F(Verification, SeesPagesWithoutEndAndDoesNotJudgeOtherDamage) {
    const auto plain = form();
    const auto with = [&](const std::string& pages) {
        return std::string{signing::textOf(
            signing::testing::appendObjects({plain.begin(), plain.end()}, {{2, "<</Type/Pages/Count 1/Kids[" + pages + "]>>"}}))};
    };
    EXPECT_FALSE(hasEndlessPages(plain));
    EXPECT_FALSE(hasEndlessPages(signedForm()));
    EXPECT_TRUE(hasEndlessPages(with("10 0 R 2 0 R")));
    EXPECT_FALSE(hasEndlessPages(plain.substr(0, plain.size() / 2)));
}

TEST_F(Verification, TellsUnsignedAndUnreadableFilesApart) {
    EXPECT_EQ(verify(form()).verdict, ports::Verdict::unsignedFile);
    EXPECT_EQ(verify("no PDF at all").verdict, ports::Verdict::unreadable);
    EXPECT_EQ(verify(form().substr(0, 300)).verdict, ports::Verdict::unreadable);
}

TEST_F(Verification, OfAnUploadAnswersTheReportAndStoresNothing) {
    trustTheAuthority();
    const auto bytes = signedForm();
    const auto rows = [&] {
        return harness.context().db().read([](db::Reader& reader) {
            return reader.one("SELECT count(*) FROM core_file", {}, [](const db::Row& row) { return row.integer(0); }).value();
        });
    };
    const auto before = rows();
    EXPECT_EQ(uploaded(bytes).at("verdict"), "valid");
    EXPECT_EQ(uploaded(withOtherAmount(bytes)).at("verdict"), "invalid");
    EXPECT_EQ(uploaded("%PDF-").at("verdict"), "unreadable");
    EXPECT_EQ(harness.upload(clerk, "/verify", {}).status, 422);
    EXPECT_EQ(rows(), before);
}

TEST_F(Verification, OfTheDeskShowsWhatIsSignedSoFar) {
    trustTheAuthority();
    const auto id = ask(sealing(), signedForm());
    const auto report = harness.get(clerk, "/requests/" + id + "/verification");
    EXPECT_EQ(report.at("verdict"), "valid");
    EXPECT_EQ(report.at("signatures/0/field"), "Chair");
    const auto outline = harness.get(clerk, "/requests/" + id + "/outline");
    EXPECT_EQ(outline.at("pages/0/width"), "595.0");
}

TEST_F(Verification, TrustsOnlySelfSignedRootsAndEachOnce) {
    const auto root = harness.as("administrator", "tinh");
    const auto add = [&](const std::string& bytes) {
        return harness.upload(root, "/roots", {{"file", "root.pem", bytes}}, R"({"world":"government"})");
    };
    EXPECT_EQ(add(TestPki::instance().authority().intermediate().toPem()).at("errors/0/code"), "signing.not-a-root");
    EXPECT_EQ(add(TestPki::instance().chair().certificate().toPem()).at("errors/0/code"), "signing.not-a-root");
    EXPECT_EQ(add("no certificate").at("errors/0/code"), "signing.not-a-certificate");
    EXPECT_EQ(add(TestPki::instance().authority().root().toPem()).status, 201);
    add(TestPki::instance().authority().root().toPem());
    EXPECT_EQ(harness.get(root, "/roots").at("items/1/id"), "");
}

}  // namespace congvu::signingdesk
