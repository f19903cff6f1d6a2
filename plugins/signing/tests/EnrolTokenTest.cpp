// SPDX-License-Identifier: Apache-2.0
#include "TokenFixture.h"

#include "congvu/signing/Base64.h"
#include "support/Process.h"
#include "support/TestPki.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

namespace congvu::signingdesk {

namespace {

using signing::testing::TestPki;
using ::testing::ElementsAre;

class TokenEnrolling : public TokenFixture {
protected:
    static const TestPki& pki() { return TestPki::instance(); }
    static signing::IssuedKey keyValid(const std::string& from, const std::string& until) {
        return pki().authority().issueSigner({"Người Ký Thử", "UBND xã Ví Dụ A", ""},
                                             {signing::fromIso8601(from), signing::fromIso8601(until)}, signing::KeyKind::ecP256);
    }
    /// A certificate of nobody's authority, with that key usage.
    static signing::Certificate ownMade(const std::string& usage) {
        const signing::testing::TemporaryFolder folder;
        const auto base = folder.path().string();
        const auto made = signing::testing::runCommand(
            "cd " + base + " && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 4000 -subj '/CN=Khoa thu'" +
            " -addext 'keyUsage=critical," + usage + "' -addext basicConstraints=critical,CA:FALSE -keyout key.pem -out certificate.pem");
        EXPECT_EQ(made.status, 0) << made.output;
        std::ifstream stream{base + "/certificate.pem", std::ios::binary};
        return signing::Certificate::fromPem(std::string{std::istreambuf_iterator<char>{stream}, {}});
    }
    testing::TestResponse askFor(const signing::IssuedKey& key) { return challenge(chair, "person", key.certificate, key.chain); }
};

}  // namespace

TEST_F(TokenEnrolling, RecordsTheCertificateOfWhoShowsThatHeHasItsKey) {
    const auto asked = askFor(pki().chairKey());
    EXPECT_EQ(asked.status, 201) << asked.body;
    EXPECT_EQ(asked.at("subject"), "Nguyễn Văn Mẫu");
    EXPECT_EQ(asked.at("algorithm"), "RSA-SHA256");
    const auto enrolled = enrolWith(chair, asked.at("id"), signedBy(pki().chair(), asked.at("attributes")));
    ASSERT_EQ(enrolled.status, 201) << enrolled.body;
    const auto keys = harness.get(chair, "/keys");
    EXPECT_EQ(keys.at("items/0/id"), enrolled.at("id"));
    EXPECT_EQ(keys.at("items/0/kind"), "token");
    EXPECT_EQ(keys.at("items/0/subject"), "Nguyễn Văn Mẫu");
    EXPECT_EQ(keys.at("items/0/usable"), "yes");
    EXPECT_EQ(keys.at("items/0/fingerprint"), pki().chair().certificate().fingerprint());
    EXPECT_EQ(rowsOf("SELECT count(*) FROM signing_key WHERE sealed_hex = ''"), 1) << "no private key is here";
    EXPECT_THAT(auditOf("key", enrolled.at("id")), ElementsAre("signing.token-enrolled"));
    EXPECT_EQ(rowsOf("SELECT count(*) FROM signing_token_challenge"), 0);
}

TEST_F(TokenEnrolling, TakesTheSealsTokenFromThePostThatHoldsTheSeal) {
    const auto id = tokenKey(clerk, "agency", pki().sealKey());
    EXPECT_EQ(harness.get(clerk, "/keys").at("items/0/id"), id);
    EXPECT_EQ(harness.get(clerk, "/keys").at("items/0/ownerName"), "UBND xã Ví Dụ A");
    EXPECT_EQ(challenge(clerk, "person", pki().chairKey().certificate, pki().chairKey().chain).status, 403);
    EXPECT_EQ(challenge(chair, "agency", pki().sealKey().certificate, pki().sealKey().chain).status, 403);
    EXPECT_EQ(challenge(harness.as("handler", "kt-a"), "person", pki().chairKey().certificate, {}).status, 403);
}

TEST_F(TokenEnrolling, RefusesAValueOfAnotherKeyAndTheChallengeIsUsedUp) {
    const auto asked = askFor(pki().chairKey());
    const auto wrong = enrolWith(chair, asked.at("id"), signedBy(pki().seal(), asked.at("attributes")));
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(wrong.at("errors/0/pointer"), "/signature");
    EXPECT_EQ(wrong.at("errors/0/code"), "signing.possession-not-shown");
    const auto right = enrolWith(chair, asked.at("id"), signedBy(pki().chair(), asked.at("attributes")));
    EXPECT_EQ(right.status, 409);
    EXPECT_EQ(right.at("code"), "signing.challenge-ended");
    EXPECT_EQ(enrolWith(chair, askFor(pki().chairKey()).at("id"), "no base64!").at("errors/0/code"), "signing.possession-not-shown");
    EXPECT_EQ(harness.get(chair, "/keys").at("items/0/id"), "");
}

TEST_F(TokenEnrolling, TakesNobodyElsesChallengeNoneTwiceAndNoneThatIsTooOld) {
    const auto asked = askFor(pki().chairKey());
    const auto value = signedBy(pki().chair(), asked.at("attributes"));
    EXPECT_EQ(enrolWith(harness.as("chair", "xa-b"), asked.at("id"), value).at("code"), "signing.challenge-ended");
    const auto later = askFor(pki().chairKey());
    EXPECT_EQ(enrolWith(chair, asked.at("id"), value).at("code"), "signing.challenge-ended") << "a later challenge replaces it";
    harness.advance(std::chrono::minutes{11});
    EXPECT_EQ(enrolWith(chair, later.at("id"), signedBy(pki().chair(), later.at("attributes"))).at("code"), "signing.challenge-ended");
    harness.runJob("drop-prepared");
    EXPECT_EQ(rowsOf("SELECT count(*) FROM signing_token_challenge"), 0);
}

TEST_F(TokenEnrolling, AsksForAnotherStatementEachTime) {
    EXPECT_NE(askFor(pki().chairKey()).at("attributes"), askFor(pki().chairKey()).at("attributes"));
}

TEST_F(TokenEnrolling, RefusesTheSameCertificateTwice) {
    chairToken();
    const auto again = askFor(pki().chairKey());
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.at("code"), "signing.certificate-enrolled");
}

TEST_F(TokenEnrolling, NamesWhatIsWrongWithACertificate) {
    const auto codeOf = [&](const signing::Certificate& certificate, const std::vector<signing::Certificate>& chain) {
        const auto answer = challenge(chair, "person", certificate, chain);
        EXPECT_EQ(answer.status, 422) << answer.body;
        EXPECT_EQ(answer.at("errors/0/pointer"), "/certificate");
        return answer.at("errors/0/code");
    };
    const auto expired = keyValid("2024-01-01", "2026-02-01");
    EXPECT_EQ(codeOf(expired.certificate, expired.chain), "signing.certificate-expired");
    EXPECT_EQ(codeOf(pki().authority().intermediate(), {}), "signing.certificate-not-for-signing");
    EXPECT_EQ(codeOf(ownMade("keyEncipherment"), {}), "signing.certificate-not-for-signing");
    EXPECT_EQ(codeOf(ownMade("digitalSignature"), {}), "signing.certificate-untrusted");
    EXPECT_EQ(codeOf(pki().chairKey().certificate, {}), "signing.certificate-untrusted") << "the intermediate certificate is missing";
}

TEST_F(TokenEnrolling, RefusesWhatIsNoCertificateAndNamesTheField) {
    const auto answerTo = [&](const std::string& certificate, const std::string& chain) {
        return harness.post(chair, "/token-challenges",
                            R"({"owner":"person","certificate":")" + certificate + R"(","chain":[)" + chain + "]}");
    };
    EXPECT_EQ(answerTo("", "").at("errors/0/code"), "required");
    for (const auto* garbage : {"AAAA", "%%%", "MIIB"}) {
        EXPECT_EQ(answerTo(garbage, "").at("errors/0/pointer"), "/certificate");
        EXPECT_EQ(answerTo(garbage, "").at("errors/0/code"), "signing.not-a-certificate");
    }
    EXPECT_EQ(answerTo(signing::toBase64(pki().chairKey().certificate.der()), R"("AAAA")").at("errors/0/pointer"), "/chain");
}

TEST_F(TokenEnrolling, TakesACertificateAheadOfItsDayButSignsOnlyFromThatDayOn) {
    const auto id = tokenKey(chair, "person", keyValid("2026-04-01", "2028-01-01"));
    EXPECT_EQ(harness.get(chair, "/keys").at("items/0/usable"), "not-yet-valid");
    EXPECT_EQ(prepare(chair, id, {ask()}).at("code"), "signing.certificate-not-yet-valid");
}

TEST_F(TokenEnrolling, LeavesThePinToTheToken) {
    const auto id = chairToken();
    const auto answer = harness.post(chair, "/keys/" + id + "/pin", R"({"pin":"111111","newPin":"222222"})");
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(answer.at("code"), "signing.key-on-token");
}

}  // namespace congvu::signingdesk
