// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"
#include "congvu/ports/SignatureVerifier.h"
#include "support/LongTermPki.h"

namespace congvu::signingdesk {

namespace {

/// Verification with certificates that name responders and lists, which are asked in the background.
class RevocationOfSigners : public SigningFixture {
protected:
    RevocationOfSigners() {
        pki.setClock("2026-03-02T02:00:00Z");
        const auto id = ask();
        const auto answer = sign(chair, enrolled(chair, "person", key), {id}, pin);
        EXPECT_EQ(answer.at("results/0/code"), "signed") << answer.body;
        file = store(fileOf(chair, id));
    }
    void trust() {
        const auto answer = harness.upload(harness.as("administrator", "tinh"), "/roots",
                                           {{"file", "root.pem", pki.root().certificate().toPem()}}, R"({"world":"government"})");
        ASSERT_EQ(answer.status, 201) << answer.body;
    }
    ports::VerificationReport verify() {
        return harness.context().ports().find<ports::SignatureVerifier>()->verify(harness.context().files().contentPath(file));
    }
    void fetch() { harness.runJob("fetch-revocations"); }
    void pass(std::chrono::seconds time) {
        harness.advance(time);
        pki.clock += time.count();
    }

    signing::testing::LongTermPki pki;
    signing::IssuedKey key = pki.issueSigner();
    files::StoredFile file;
};

}  // namespace

TEST_F(RevocationOfSigners, IsFetchedAfterAVerificationThatLacksItAndNeverDuringOne) {
    trust();
    const auto first = verify();
    EXPECT_EQ(first.verdict, ports::Verdict::indeterminate);
    EXPECT_NE(first.json.find("TRY_LATER"), std::string::npos) << first.json;
    EXPECT_EQ(pki.requests(), 0);
    fetch();
    const auto asked = pki.requests();
    EXPECT_GT(asked, 0);
    EXPECT_EQ(verify().verdict, ports::Verdict::valid);
    EXPECT_EQ(verify().verdict, ports::Verdict::valid);
    fetch();
    EXPECT_EQ(pki.requests(), asked) << "fresh answers are not asked for again";
}

TEST_F(RevocationOfSigners, IsNoticedWithinAnHour) {
    trust();
    verify();
    fetch();
    ASSERT_EQ(verify().verdict, ports::Verdict::valid);
    pass(std::chrono::minutes{30});
    pki.revoke(pki.first(), key.certificate, pki.now());
    pass(std::chrono::minutes{31});
    verify();
    fetch();
    EXPECT_NE(verify().verdict, ports::Verdict::valid);
}

TEST_F(RevocationOfSigners, StaysOpenWhileTheResponderIsAwayAndIsAskedAgainLater) {
    trust();
    pki.switchOff();
    verify();
    fetch();
    const auto asked = pki.requests();
    fetch();
    EXPECT_EQ(pki.requests(), asked) << "a source that gave no answer is left alone for a while";
    EXPECT_EQ(verify().verdict, ports::Verdict::indeterminate);
    pki.switchOn();
    pass(std::chrono::minutes{10});
    fetch();
    EXPECT_EQ(verify().verdict, ports::Verdict::valid);
}

TEST_F(RevocationOfSigners, IsNotAskedForWhenNobodyTrustsTheChain) {
    EXPECT_EQ(verify().verdict, ports::Verdict::indeterminate);
    fetch();
    EXPECT_EQ(pki.requests(), 0);
}

}  // namespace congvu::signingdesk
