// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "congvu/signing/keys/CscSigner.h"
#include "crypto/OpenSsl.h"
#include "keys/EvpSigner.h"
#include "support/CscService.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/Refusal.h"
#include "support/SilentServer.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class RemoteSigning : public ::testing::Test {
protected:
    CscEndpoint endpoint() const {
        CscEndpoint out;
        out.url = service_.url();
        out.accessToken = SecretText(CscService::kToken);
        out.timeout = std::chrono::seconds(10);
        return out;
    }
    std::shared_ptr<const CscClient> client() const { return std::make_shared<const CscClient>(endpoint()); }
    /// PIN and the one-time password of the moment.
    CscSecrets secrets() {
        return [this](const CscQuestion& question) {
            return SecretText(question.object.id == "PIN" ? std::string(CscService::kPin) : service_.otp());
        };
    }
    std::shared_ptr<const CscSigner> open(std::optional<SignatureAlgorithm> algorithm = std::nullopt) {
        return CscSigner::open(client(), CscService::kCredential, secrets(), algorithm);
    }
    Refusal refusalOfSigning() {
        const auto signer = open();
        return refusalOf([&] { signer->sign(viewOf("x")); });
    }

    CscService service_{TestPki::instance().chairKey()};
};

TEST_F(RemoteSigning, ReadsTheServiceItsCredentialsAndTheirCertificates) {
    const auto client = this->client();
    EXPECT_EQ(client->info().specs, "2.0.0.0");
    EXPECT_EQ(client->info().name, "Dịch vụ thử");
    EXPECT_THAT(client->credentials(), ElementsAre(CscService::kCredential));
    const CscCredential credential = client->credential(CscService::kCredential);
    EXPECT_TRUE(credential.isKeyEnabled);
    EXPECT_TRUE(credential.areHashesBound);
    EXPECT_EQ(credential.multisign, 5u);
    EXPECT_EQ(credential.expression, "PIN AND OTP");
    ASSERT_EQ(credential.objects.size(), 2u);
    EXPECT_EQ(credential.objects[1].generator, "totp");
    ASSERT_EQ(credential.certificates.size(), 2u);
    EXPECT_EQ(credential.certificates[0], TestPki::instance().chairKey().certificate);
    EXPECT_EQ(refusalOf([&] { client->credential("another"); }).code, ErrorCode::remoteServiceFailed);
}

TEST_F(RemoteSigning, SignsAPdfThatIsValid) {
    const auto signer = open();
    EXPECT_EQ(signer->chain().size(), 1u);
    const Bytes document = PadesSignature::sign(makePdf(), requestFor(), *signer);
    EXPECT_EQ(TestPki::instance().validator().validate(document, TestPki::now()).verdict, Verdict::valid);
}

TEST_F(RemoteSigning, SignsWithPssAndItsParameters) {
    const auto signer = open(SignatureAlgorithm::rsaPssSha256);
    const Bytes document = PadesSignature::sign(makePdf(), requestFor(), *signer);
    EXPECT_EQ(TestPki::instance().validator().validate(document, TestPki::now()).verdict, Verdict::valid);
}

TEST_F(RemoteSigning, NamesTheHashOnlyWhereTheAlgorithmDoesNot) {
    for (const char* algorithm : {"1.2.840.113549.1.1.11", "1.2.840.113549.1.1.1"}) {
        service_.shape.algorithms = {algorithm};
        EXPECT_FALSE(open()->sign(viewOf("x")).empty()) << algorithm;
    }
    service_.shape.algorithms = {"1.2.840.113549.1.1.12"};
    EXPECT_EQ(refusalOf([&] { open(); }).code, ErrorCode::invalidArgument);
    EXPECT_FALSE(open(SignatureAlgorithm::rsaPkcs1Sha384)->sign(viewOf("x")).empty());
}

TEST_F(RemoteSigning, RefusesAWrongPinWithoutRepeatingIt) {
    const auto signer = CscSigner::open(client(), CscService::kCredential, [this](const CscQuestion& question) {
        return SecretText(question.object.id == "PIN" ? "13571357" : service_.otp());
    });
    const Refusal refusal = refusalOf([&] { signer->sign(viewOf("x")); });
    EXPECT_EQ(refusal.code, ErrorCode::authenticationRefused);
    EXPECT_THAT(refusal.text, AllOf(HasSubstr("invalid_authentication_data"), Not(HasSubstr("13571357"))));
    EXPECT_EQ(service_.calls("credentials/authorize"), 1);
    EXPECT_EQ(service_.calls("signatures/signHash"), 0);
}

TEST_F(RemoteSigning, RefusesAWrongAndAUsedOneTimePassword) {
    const std::string once = service_.otp();
    const auto signer = CscSigner::open(client(), CscService::kCredential, [&once](const CscQuestion& question) {
        return SecretText(question.object.id == "PIN" ? std::string(CscService::kPin) : once);
    });
    EXPECT_FALSE(signer->sign(viewOf("first")).empty());
    const Refusal refusal = refusalOf([&] { signer->sign(viewOf("second")); });
    EXPECT_EQ(refusal.code, ErrorCode::authenticationRefused);
    EXPECT_THAT(refusal.text, Not(HasSubstr(once)));
}

TEST_F(RemoteSigning, DoesNotAskWithoutASecretThatIsNeeded) {
    const auto signer = CscSigner::open(client(), CscService::kCredential, [](const CscQuestion& question) {
        return question.object.id == "PIN" ? SecretText(CscService::kPin) : SecretText();
    });
    EXPECT_EQ(refusalOf([&] { signer->sign(viewOf("x")); }).code, ErrorCode::invalidArgument);
    EXPECT_EQ(service_.calls("credentials/authorize"), 0);
}

TEST_F(RemoteSigning, AnswersTheChallengeOfTheService) {
    service_.shape.otpType = "ChallengeResponse";
    const auto signer = CscSigner::open(client(), CscService::kCredential, [](const CscQuestion& question) {
        return SecretText(question.object.id == "PIN" ? std::string(CscService::kPin) : "answer to " + question.challenge);
    });
    EXPECT_FALSE(signer->sign(viewOf("x")).empty());
    EXPECT_EQ(service_.calls("credentials/getChallenge"), 1);
}

TEST_F(RemoteSigning, WaitsWhileThePersonConfirmsElsewhere) {
    service_.shape.otpType = "PasswordOOB";
    service_.shape.confirmations = 1;
    EXPECT_FALSE(open()->sign(viewOf("x")).empty());
    EXPECT_EQ(service_.calls("credentials/authorizeCheck"), 2);
    service_.shape.confirmations = 1000;
    CscEndpoint hurried = endpoint();
    hurried.confirmationTimeout = std::chrono::seconds(2);
    const auto signer = CscSigner::open(std::make_shared<const CscClient>(std::move(hurried)), CscService::kCredential, secrets());
    EXPECT_EQ(refusalOf([&] { signer->sign(viewOf("x")); }).code, ErrorCode::authorizationExpired);
}

TEST_F(RemoteSigning, SaysThatTheAuthorizationExpired) {
    service_.shape.isSadExpired = true;
    EXPECT_EQ(refusalOfSigning().code, ErrorCode::authorizationExpired);
}

TEST_F(RemoteSigning, RefusesFewerSignaturesThanHashes) {
    service_.shape.isCountWrong = true;
    const Refusal refusal = refusalOfSigning();
    EXPECT_EQ(refusal.code, ErrorCode::remoteServiceFailed);
    EXPECT_THAT(refusal.text, HasSubstr("0 values for 1 hashes"));
}

TEST_F(RemoteSigning, RefusesTheSignatureOfAnotherKey) {
    service_.shape.isOtherKeyUsed = true;
    EXPECT_EQ(refusalOfSigning().code, ErrorCode::keyMismatch);
}

TEST_F(RemoteSigning, RefusesADisabledKeyAndARevokedCertificate) {
    service_.shape.keyStatus = "disabled";
    EXPECT_EQ(refusalOf([&] { open(); }).code, ErrorCode::unreadableKey);
    service_.shape.keyStatus = "enabled";
    service_.shape.certificateStatus = "revoked";
    EXPECT_EQ(refusalOf([&] { open(); }).code, ErrorCode::certificateRevoked);
}

TEST_F(RemoteSigning, SignsManyWithAsFewAuthorizationsAsTheCredentialAllows) {
    const auto signer = open();
    std::vector<Bytes> digests;
    for (int number = 0; number < 12; ++number) {
        digests.push_back(crypto::digest("SHA256", viewOf("document " + std::to_string(number))));
    }
    const auto values = signer->signDigests(digests);
    ASSERT_EQ(values.size(), digests.size());
    for (std::size_t index = 0; index < values.size(); ++index) {
        EXPECT_TRUE(keys::verifiesDigest(signer->certificate(), signer->algorithm(), digests[index], values[index])) << index;
    }
    EXPECT_THAT(service_.authorizedCounts(), ElementsAre(5, 5, 2));
}

TEST_F(RemoteSigning, ExtendsOneAuthorizationForSignaturesThatBuildOnOneAnother) {
    const auto signer = open();
    CscSigner::Transaction transaction(*signer, 2);
    for (const char* text : {"first", "second"}) {
        const Bytes digest = crypto::digest("SHA256", viewOf(text));
        const auto values = transaction.sign({&digest, 1});
        EXPECT_TRUE(keys::verifiesDigest(signer->certificate(), signer->algorithm(), digest, values.front()));
    }
    EXPECT_THAT(service_.authorizedCounts(), ElementsAre(2));
    EXPECT_EQ(service_.calls("credentials/extendTransaction"), 1);
    const Bytes third = crypto::digest("SHA256", viewOf("third"));
    EXPECT_EQ(refusalOf([&] { transaction.sign({&third, 1}); }).code, ErrorCode::invalidArgument);
    EXPECT_EQ(refusalOf([&] { CscSigner::Transaction(*signer, 6); }).code, ErrorCode::invalidArgument);
}

TEST_F(RemoteSigning, NeedsNoSadWithATokenForTheCredential) {
    service_.shape.mode = "oauth2code";
    EXPECT_FALSE(open()->sign(viewOf("x")).empty());
    EXPECT_EQ(service_.calls("credentials/authorize"), 0);
}

TEST_F(RemoteSigning, SaysThatTheAccessTokenIsNotAccepted) {
    CscEndpoint wrong = endpoint();
    wrong.accessToken = SecretText("another-token");
    const Refusal refusal = refusalOf([&] { CscClient(std::move(wrong)).credentials(); });
    EXPECT_EQ(refusal.code, ErrorCode::accessTokenRefused);
    EXPECT_THAT(refusal.text, Not(HasSubstr("another-token")));
    CscEndpoint broken = endpoint();
    broken.accessToken = SecretText("two\r\nX-Header: lines");
    EXPECT_EQ(refusalOf([&] { CscClient client(std::move(broken)); }).code, ErrorCode::invalidArgument);
}

TEST_F(RemoteSigning, ReadsChunkedAnswers) {
    service_.shape.isChunked = true;
    EXPECT_FALSE(open()->sign(viewOf("x")).empty());
}

TEST_F(RemoteSigning, RefusesAnswersThatAreNotOfTheApi) {
    for (const char* answer : {"not json", "[]", "{}", R"({"signatures":"x"})", R"({"signatures":[1]})", R"({"signatures":["@@@@"]})",
                               R"({"signatures":["AAAA","AAAA"]})", R"({"signatures":["\ud800"]})"}) {
        service_.shape.replacedAnswer = answer;
        EXPECT_EQ(refusalOfSigning().code, ErrorCode::remoteServiceFailed) << answer;
    }
    service_.shape.replacedAnswer = R"({"error":"temporarily_unavailable"})";
    service_.shape.replacedStatus = 503;
    EXPECT_EQ(refusalOfSigning().code, ErrorCode::networkUnavailable);
}

TEST_F(RemoteSigning, RefusesAnswersThatAreTooLargeOrDeep) {
    service_.shape.replacedAnswer = std::string(std::size_t{2} << 20U, ' ');
    EXPECT_EQ(refusalOfSigning().code, ErrorCode::networkUnavailable);
    service_.shape.replacedAnswer = std::string(500'000, '[');
    EXPECT_EQ(refusalOfSigning().code, ErrorCode::remoteServiceFailed);
}

TEST(RemoteSigningPatience, EndsWhenTheServiceDoesNotAnswer) {
    const SilentServer silent;
    CscEndpoint endpoint;
    endpoint.url = silent.url();
    endpoint.timeout = std::chrono::seconds(1);
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(refusalOf([&] { CscClient(std::move(endpoint)).info(); }).code, ErrorCode::networkUnavailable);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST(RemoteSigningWithEc, TakesBothFormsOfTheValue) {
    CscService service(TestPki::instance().sealKey());
    CscEndpoint endpoint;
    endpoint.url = service.url();
    endpoint.accessToken = SecretText(CscService::kToken);
    const auto signer = CscSigner::open(std::make_shared<const CscClient>(std::move(endpoint)), CscService::kCredential,
                                        [&service](const CscQuestion& question) {
                                            return SecretText(question.object.id == "PIN" ? std::string(CscService::kPin) : service.otp());
                                        });
    for (const bool areHalves : {false, true}) {
        service.shape.areHalvesGiven = areHalves;
        EXPECT_TRUE(keys::verifies(signer->certificate(), signer->algorithm(), viewOf("x"), signer->sign(viewOf("x")))) << areHalves;
    }
}

TEST(RemoteSigningAddress, MustBeTlsExceptOnTheOwnMachine) {
    for (const char* url : {"http://service.example/csc/v2", "http://127.0.0.2/csc", "ftp://x/", "https://user@host/", "https://host/?a=b",
                            "https://host:port/", "https://", "https:///csc", "https://[::1/csc", "https://host/a\r\nb"}) {
        EXPECT_EQ(refusalOf([url] {
                      CscEndpoint endpoint;
                      endpoint.url = url;
                      CscClient client(std::move(endpoint));
                  }).code,
                  ErrorCode::invalidArgument)
            << url;
    }
}

/// The service over TLS, with a certificate for 127.0.0.1 only.
class RemoteSigningOverTls : public ::testing::Test {
protected:
    RemoteSigningOverTls() {
        const auto made = runCommand(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=service -addext "
            "subjectAltName=IP:127.0.0.1 -keyout " +
            identity_.keyFile + " -out " + identity_.certificateFile);
        EXPECT_EQ(made.status, 0) << made.output;
        service_ = std::make_unique<CscService>(TestPki::instance().chairKey(), &identity_);
    }
    CscEndpoint endpoint() const {
        CscEndpoint out;
        out.url = service_->url();
        out.accessToken = SecretText(CscService::kToken);
        out.authorities = identity_.certificateFile;
        return out;
    }

    TemporaryFolder folder_;
    TlsIdentity identity_{(folder_.path() / "tls.pem").string(), (folder_.path() / "tls.key").string()};
    std::unique_ptr<CscService> service_;
};

TEST_F(RemoteSigningOverTls, TrustsTheGivenRoot) {
    EXPECT_THAT(CscClient(endpoint()).credentials(), ElementsAre(CscService::kCredential));
}

TEST_F(RemoteSigningOverTls, TellsNothingToAServerItDoesNotTrust) {
    CscEndpoint unknown = endpoint();
    unknown.authorities.clear();
    const Refusal refusal = refusalOf([&] { CscClient(std::move(unknown)).credentials(); });
    EXPECT_EQ(refusal.code, ErrorCode::networkUnavailable);
    EXPECT_THAT(refusal.text, HasSubstr("no good certificate"));
    CscEndpoint otherName = endpoint();
    otherName.url = "https://localhost:" + std::to_string(service_->port()) + "/csc/v2";
    EXPECT_THAT(refusalOf([&] { CscClient(std::move(otherName)).credentials(); }).text, HasSubstr("no good certificate"));
    EXPECT_EQ(service_->calls("credentials/list"), 0);
}

TEST_F(RemoteSigningOverTls, ToolSignsAPdf) {
    const std::string base = folder_.path().string();
    const std::string in = folder_.write("in.pdf", makePdf());
    const std::string token = folder_.write("token", viewOf(std::string(CscService::kToken) + "\n"));
    const std::string pin = folder_.write("pin", viewOf(std::string(CscService::kPin) + "\n"));
    const auto sign = [&](const std::string& pinFile) {
        const std::string otp = folder_.write("otp", viewOf(service_->otp()));
        return runCommand(std::string(CONGVU_SIGN_TOOL) + " sign --csc " + service_->url() + " --credential " + CscService::kCredential +
                          " --token-file " + token + " --pin-file " + pinFile + " --send-otp --otp-file " + otp + " --ca-file " +
                          identity_.certificateFile + " --at 2026-03-05T07:08:09Z " + in + ' ' + base + "/out.pdf");
    };
    const std::string wrong = folder_.write("wrong", viewOf("13571357\n"));
    const auto refused = sign(wrong);
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.output, AllOf(HasSubstr("authenticationRefused"), Not(HasSubstr("13571357")), Not(HasSubstr(CscService::kToken))));
    EXPECT_FALSE(std::filesystem::exists(base + "/out.pdf"));
    const auto result = sign(pin);
    ASSERT_EQ(result.status, 0) << result.output;
    EXPECT_EQ(service_->calls("credentials/sendOTP"), 2);
    EXPECT_THAT(runCommand("pdfsig " + base + "/out.pdf").output, HasSubstr("Signature Validation: Signature is Valid."));
}

}  // namespace
}  // namespace congvu::signing::testing
