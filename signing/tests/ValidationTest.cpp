// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "congvu/signing/SigningError.h"
#include "support/PdfFactory.h"
#include "support/SilentServer.h"
#include "support/Tampering.h"
#include "support/TestPki.h"
#include "support/TimeStampServer.h"

namespace congvu::signing::testing {
namespace {

using ::testing::Contains;

TEST(Validating, AnUnsignedDocumentSaysSo) {
    const auto report = TestPki::instance().validator().validate(makePdf(), TestPki::now());
    EXPECT_EQ(report.verdict, Verdict::unsignedDocument);
    EXPECT_THAT(noticedIn(report), Contains("no-signature"));
}

TEST(Validating, UnreadableFilesIsAVerdictAndNoException) {
    const Validator validator = TestPki::instance().validator();
    EXPECT_EQ(validator.validate({}, TestPki::now()).verdict, Verdict::unreadable);
    Bytes truncated = signByChair(makePdf());
    truncated.resize(truncated.size() - 200);
    EXPECT_EQ(validator.validate(truncated, TestPki::now()).verdict, Verdict::unreadable);
}

TEST(Validating, WithoutAKnownRootStaysOpenButTellsThatTheDocumentIsIntact) {
    const auto report = Validator(TrustStore{}).validate(signByChair(makePdf()), TestPki::now());
    EXPECT_EQ(report.verdict, Verdict::indeterminate);
    EXPECT_EQ(report.signatures.at(0).subIndication, SubIndication::noCertificateChainFound);
    EXPECT_EQ(report.signatures.at(0).integrity, Integrity::intact);
}

TEST(Validating, AfterTheCertificateExpiredStaysOpenWithoutAProvenTime) {
    const auto report = TestPki::instance().validator().validate(signByChair(makePdf()), fromIso8601("2029-01-01"));
    EXPECT_EQ(report.verdict, Verdict::indeterminate);
    EXPECT_EQ(report.signatures.at(0).subIndication, SubIndication::outOfBoundsNoProofOfExistence);
    EXPECT_THAT(noticedIn(report), Contains("certificate-expired"));
}

TEST(Validating, BeforeTheCertificateIsValidFails) {
    const auto report = TestPki::instance().validator().validate(signByChair(makePdf()), fromIso8601("2025-01-01"));
    EXPECT_EQ(report.signatures.at(0).subIndication, SubIndication::notYetValid);
    EXPECT_THAT(noticedIn(report), Contains("certificate-not-yet-valid"));
}

TEST(Validating, AfterAnAlgorithmLostItsReliabilityStaysOpen) {
    TrustStore store;
    store.addAnchor("demonstration", TestPki::instance().authority().root());
    const AlgorithmPolicy strict({{"SHA256", 0, fromIso8601("2026-01-01")}, {"RSA", 2048, std::nullopt}});
    const auto report = Validator(store, strict).validate(signByChair(makePdf()), TestPki::now());
    EXPECT_EQ(report.signatures.at(0).subIndication, SubIndication::cryptoConstraintsFailureNoProofOfExistence);
}

TEST(Trees, AreKeptApartAndTheWorldIsTold) {
    const DemoAuthority stranger("Khác", {fromIso8601("2020-01-01"), fromIso8601("2040-01-01")});
    TrustStore store;
    store.addAnchor("commercial", stranger.root());
    store.addAnchor("government", TestPki::instance().authority().root());
    const auto report = Validator(store).validate(signByChair(makePdf()), TestPki::now());
    EXPECT_EQ(report.verdict, Verdict::valid);
    EXPECT_EQ(report.signatures.at(0).world, "government");
}

/// Keys around the real clock, because the real time-stamp server stamps with it.
class TimeStamping : public ::testing::Test {
protected:
    const Instant now_ = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const DemoAuthority authority_{"Dấu thời gian thử", {now_ - std::chrono::days{1}, now_ + std::chrono::years{10}}};
    const IssuedKey signer_ =
        authority_.issueSigner({"Người ký thử", "", ""}, {now_ - std::chrono::hours{1}, now_ + std::chrono::days{30}}, KeyKind::ecP256);
    TimeStampServer server_{
        authority_.issueTimeStamper({"TSA thử", "", ""}, {now_ - std::chrono::hours{1}, now_ + std::chrono::years{9}}, KeyKind::rsa2048)};

    SignatureRequest request() const {
        SignatureRequest request = requestFor();
        request.signingTime = now_;
        return request;
    }

    Validator validator() const {
        TrustStore store;
        store.addAnchor("demonstration", authority_.root());
        return Validator(store);
    }
};

TEST_F(TimeStamping, ProvesTheTimeEvenAfterTheSignersCertificateExpired) {
    TimeStampClient client(server_.url(), std::chrono::seconds{20});
    const Bytes document = PadesSignature::sign(makePdf(), request(), *signer_.signer(), &client);
    const auto report = validator().validate(document, now_ + std::chrono::days{400});
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_EQ(report.signatures.at(0).level, "B-T");
    ASSERT_TRUE(report.signatures.at(0).provenTime.has_value());
    EXPECT_NEAR(static_cast<double>((*report.signatures.at(0).provenTime - now_).count()), 0, 120);
}

TEST_F(TimeStamping, IsNotAskedForWhenTheHoleIsTooSmall) {
    TimeStampClient client(server_.url(), std::chrono::seconds{20});
    SignatureRequest small = request();
    small.reservedBytes = 4096;
    EXPECT_THROW(PadesSignature::sign(makePdf(), small, *signer_.signer(), &client), SigningError);
    EXPECT_EQ(server_.requests(), 0);
}

TEST(TimeStampClientTest, SaysThatTheServerIsAway) {
    TimeStampClient client("http://127.0.0.1:9/tsa", std::chrono::seconds{2});
    try {
        client.stamp(viewOf("data"));
        FAIL();
    } catch (const SigningError& error) {
        EXPECT_EQ(error.code(), ErrorCode::timeStampUnavailable);
    }
    EXPECT_THROW(TimeStampClient("ftp://example.invalid/").stamp(viewOf("data")), SigningError);
}

TEST(TimeStampClientTest, GivesUpOnAServerThatTakesTheConnectionAndNeverAnswers) {
    const SilentServer server;
    TimeStampClient client(server.url(), std::chrono::seconds{1});
    try {
        client.stamp(viewOf("data"));
        FAIL();
    } catch (const SigningError& error) {
        EXPECT_EQ(error.code(), ErrorCode::timeStampUnavailable);
    }
    EXPECT_EQ(server.connections(), 1);
}

}  // namespace
}  // namespace congvu::signing::testing
