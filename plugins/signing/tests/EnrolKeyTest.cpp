// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"
#include "support/Process.h"
#include "support/TestPki.h"

#include <fstream>
#include <iterator>

namespace congvu::signingdesk {

namespace {

using signing::testing::TestPki;

class EnrolKey : public SigningFixture {
protected:
    static signing::IssuedKey keyValid(const std::string& from, const std::string& until) {
        return TestPki::instance().authority().issueSigner(
            {"Người Ký Thử", "UBND xã Ví Dụ A", ""}, {signing::fromIso8601(from), signing::fromIso8601(until)}, signing::KeyKind::ecP256);
    }

    /// A container whose certificate has exactly this key usage, or none when empty; made by the openssl program.
    std::string containerWithKeyUsage(const std::string& usage) const {
        const signing::testing::TemporaryFolder folder;
        const auto base = folder.path().string();
        const auto extension = usage.empty() ? std::string{} : " -addext 'keyUsage=critical," + usage + "'";
        const auto made = signing::testing::runCommand(
            "cd " + base + " && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 4000 -subj '/CN=Khoa thu'" +
            extension +
            " -keyout key.pem -out certificate.pem && openssl pkcs12 -export -inkey key.pem -in certificate.pem -passout pass:" +
            passphrase + " -out key.p12");
        EXPECT_EQ(made.status, 0) << made.output;
        std::ifstream stream{base + "/key.p12", std::ios::binary};
        return {std::istreambuf_iterator<char>{stream}, {}};
    }
};

}  // namespace

TEST_F(EnrolKey, TakesTheKeyOfAPersonAndShowsWhatItsCertificateSays) {
    const auto id = chairKey();
    const auto keys = harness.get(chair, "/keys");
    EXPECT_EQ(keys.at("items/0/id"), id);
    EXPECT_EQ(keys.at("items/0/owner"), "person");
    EXPECT_EQ(keys.at("items/0/subject"), "Nguyễn Văn Mẫu");
    EXPECT_EQ(keys.at("items/0/usable"), "yes");
    EXPECT_EQ(keys.at("items/0/hasImage"), "false");
    EXPECT_EQ(auditOf("key", id), (std::vector<std::string>{"signing.key-enrolled"}));
}

TEST_F(EnrolKey, TellsAWrongPassphraseFromAFileThatIsNoContainer) {
    const auto container = containerOf(TestPki::instance().chairKey(), passphrase);
    const auto wrong = enrol(chair, "person", container, passphrase + "x", pin);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(wrong.at("errors/0/pointer"), "/passphrase");
    EXPECT_EQ(wrong.at("errors/0/code"), "signing.wrong-passphrase");
    for (const auto& garbage : {std::string{"not a container"}, std::string(5000, '\0'), container.substr(0, container.size() / 2)}) {
        const auto answer = enrol(chair, "person", garbage, passphrase, pin);
        EXPECT_EQ(answer.status, 422) << answer.body;
        EXPECT_EQ(answer.at("errors/0/pointer"), "/file");
        EXPECT_EQ(answer.at("errors/0/code"), "signing.not-a-pkcs12");
    }
    EXPECT_EQ(harness.get(chair, "/keys").at("items/0/id"), "");
}

TEST_F(EnrolKey, RefusesAnExpiredCertificateAndNamesItsLastDay) {
    const auto answer = enrol(chair, "person", containerOf(keyValid("2024-01-01", "2026-02-01"), passphrase), passphrase, pin);
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.at("errors/0/code"), "signing.certificate-expired");
    EXPECT_NE(answer.body.find("01/02/2026"), std::string::npos) << answer.body;
}

TEST_F(EnrolKey, TakesACertificateAheadOfItsDayButSignsOnlyFromThatDayOn) {
    const auto id = enrolled(chair, "person", keyValid("2026-04-01", "2028-01-01"));
    EXPECT_EQ(harness.get(chair, "/keys").at("items/0/usable"), "not-yet-valid");
    const auto requestId = ask();
    const auto early = sign(chair, id, {requestId}, pin);
    EXPECT_EQ(early.status, 409);
    EXPECT_EQ(early.at("code"), "signing.certificate-not-yet-valid");
    EXPECT_EQ(request(chair, requestId).at("state"), "open");
    harness.setNow(parseRfc3339("2026-04-01T01:00:00Z").value());
    EXPECT_EQ(sign(chair, id, {requestId}, pin).at("results/0/isSigned"), "true");
}

TEST_F(EnrolKey, RefusesToSignOnceTheCertificateHasExpired) {
    const auto id = enrolled(chair, "person", keyValid("2026-01-01", "2026-03-10"));
    const auto requestId = ask();
    harness.setNow(parseRfc3339("2026-03-11T00:00:00Z").value());
    const auto late = sign(chair, id, {requestId}, pin);
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(late.at("code"), "signing.certificate-expired");
    EXPECT_EQ(harness.get(chair, "/keys").at("items/0/usable"), "expired");
    EXPECT_EQ(request(chair, requestId).at("state"), "open");
}

TEST_F(EnrolKey, RefusesACertificateWhoseKeyUsageDoesNotAllowSignatures) {
    const auto refused = enrol(chair, "person", containerWithKeyUsage("keyEncipherment"), passphrase, pin);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.at("errors/0/code"), "signing.certificate-not-for-signing");
}

TEST_F(EnrolKey, RefusesAWeakPinAndUnknownMembers) {
    const auto container = containerOf(TestPki::instance().chairKey(), passphrase);
    const auto answer = enrol(chair, "person", container, passphrase, pin.substr(0, 5));
    EXPECT_EQ(answer.at("errors/0/code"), "signing.pin-length");
    EXPECT_EQ(answer.at("errors/0/pointer"), "/pin");
    const auto unknown = harness.upload(chair, "/keys", {{"file", "key.p12", container}}, R"({"label":"a","pin":"b","colour":"red"})");
    EXPECT_EQ(unknown.status, 422);
    EXPECT_EQ(unknown.at("errors/0/pointer"), "/colour");
}

TEST_F(EnrolKey, GivesTheAgencysKeyOnlyToThePostThatHoldsTheSealAndAPersonsOnlyToOneWhoMaySign) {
    const auto container = containerOf(TestPki::instance().sealKey(), passphrase);
    EXPECT_EQ(enrol(chair, "agency", container, passphrase, pin).status, 403);
    EXPECT_EQ(enrol(clerk, "person", container, passphrase, pin).status, 403);
    EXPECT_EQ(enrol(harness.as("handler", "kt-a"), "person", container, passphrase, pin).status, 403);
    const auto id = sealKey();
    EXPECT_EQ(harness.get(clerk, "/keys").at("items/0/id"), id);
    EXPECT_EQ(harness.get(clerk, "/keys").at("items/0/ownerName"), "UBND xã Ví Dụ A");
    EXPECT_EQ(harness.get(chair, "/keys").at("items/0/id"), "");
}

}  // namespace congvu::signingdesk
