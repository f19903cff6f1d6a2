// SPDX-License-Identifier: Apache-2.0
#include <dlfcn.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <future>
#include <thread>

#include "agent/AgentServer.h"
#include "agent/Challenges.h"
#include "congvu/signing/Base64.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/pades/PadesSignature.h"
#include "keys/Cryptoki.h"
#include "keys/EvpSigner.h"
#include "support/PdfFactory.h"
#include "support/RawHttp.h"
#include "support/TestPki.h"
#include "support/TestToken.h"

namespace congvu::signing::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kOrigin = "https://office.example";

/// The person at the desk: says yes or no, types a PIN, and remembers what was shown.
class ScriptedDesk : public tool::Desk {
public:
    bool isAllowing = true;
    std::string typedPin = TestTokens::kPin;
    std::vector<tool::SigningAct> shown;
    int pinQuestions = 0;
    std::function<void()> meanwhile;  ///< happens before the answer

    bool allows(const tool::SigningAct& act) override {
        shown.push_back(act);
        if (meanwhile) {
            meanwhile();
        }
        return isAllowing;
    }
    std::optional<SecretText> pin(const tool::SigningAct& /*act*/, bool /*isLastTry*/) override {
        ++pinQuestions;
        return typedPin.empty() ? std::nullopt : std::optional<SecretText>(std::in_place, typedPin);
    }
};

/// The agent with two tokens, over real HTTP. The module stands before SoftHSM and fails on demand.
class Agent : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        tokens_ = std::make_unique<TestTokens>();
        const TestPki& pki = TestPki::instance();
        tokens_->addToken("person");
        tokens_->importKey("person", "chair", "01", pki.chairKey());
        tokens_->writeCertificate("person", "chair", {1}, pki.chairKey().certificate);
        tokens_->writeCertificate("person", "issuer", {9}, pki.authority().intermediate());
        tokens_->addToken("agency");
        tokens_->importKey("agency", "seal", "02", pki.sealKey());
        tokens_->writeCertificate("agency", "seal", {2}, pki.sealKey().certificate);
        library_ = ::dlopen(CONGVU_FAULTY_MODULE, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    }
    static void TearDownTestSuite() { tokens_.reset(); }

    void SetUp() override {
        ASSERT_NE(library_, nullptr);
        reinterpret_cast<void (*)()>(::dlsym(library_, "faultyModuleReset"))();
        server_ =
            std::make_unique<tool::AgentServer>(tool::AgentOptions{{kOrigin, "https://other.example"}, {CONGVU_FAULTY_MODULE}, 0}, desk_);
    }
    static void fail(const char* function, CK_RV result, int times) {
        reinterpret_cast<void (*)(const char*, CK_RV, int)>(::dlsym(library_, "faultyModuleFail"))(function, result, times);
    }
    static int calls(const char* function) {
        return reinterpret_cast<int (*)(const char*)>(::dlsym(library_, "faultyModuleCalls"))(function);
    }

    RawRequest request(const std::string& method, const std::string& path, const std::string& body = {}) const {
        return {method,
                path,
                {{"Host", "127.0.0.1:" + std::to_string(server_->port())}, {"Origin", kOrigin}, {"Content-Type", "application/json"}},
                body};
    }
    RawAnswer send(const RawRequest& request) const { return exchangeRaw(server_->port(), request); }

    std::string challenge() const {
        const RawAnswer answer = send(request("POST", "/v1/challenges"));
        EXPECT_EQ(answer.status, 200) << answer.body;
        rapidjson::Document json;
        json.Parse(answer.body.c_str());
        return json["challenge"].GetString();
    }
    static std::string documentOf(const std::string& title, const std::string& kind, const Bytes& bytes) {
        return R"({"title":")" + title + R"(",")" + kind + R"(":")" + toBase64(bytes) + "\"}";
    }
    std::string actOf(const Certificate& certificate, const std::string& documents, const std::string& challengeText) const {
        return R"({"challenge":")" + challengeText + R"(","certificate":")" + certificate.fingerprint() + R"(","documents":[)" + documents +
               "]}";
    }
    RawAnswer sign(const Certificate& certificate, const std::string& documents) const {
        return send(request("POST", "/v1/signatures", actOf(certificate, documents, challenge())));
    }
    RawAnswer signDigests(const Certificate& certificate, int count) const {
        std::string documents;
        for (int number = 0; number < count; ++number) {
            documents += (number == 0 ? "" : ",") + documentOf("Văn bản " + std::to_string(number), "digest", digestOf(number));
        }
        return sign(certificate, documents);
    }
    static Bytes digestOf(int number) { return crypto::digest("SHA256", viewOf("document " + std::to_string(number))); }
    static const Certificate& chair() { return TestPki::instance().chairKey().certificate; }
    static const Certificate& seal() { return TestPki::instance().sealKey().certificate; }

    ScriptedDesk desk_;
    std::unique_ptr<tool::AgentServer> server_;

private:
    static inline std::unique_ptr<TestTokens> tokens_;
    static inline void* library_ = nullptr;
};

/// The signatures of an answer; an empty text where there is an error.
std::vector<std::string> signaturesIn(const RawAnswer& answer) {
    rapidjson::Document json;
    json.Parse(answer.body.c_str());
    std::vector<std::string> out;
    if (!json.HasParseError() && json.HasMember("results")) {
        for (const auto& result : json["results"].GetArray()) {
            out.emplace_back(result.HasMember("signature") ? result["signature"].GetString() : "");
        }
    }
    return out;
}

TEST_F(Agent, ListsTheCertificatesOfEveryTokenWithTheirIssuers) {
    const RawAnswer answer = send(request("GET", "/v1/certificates"));
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_THAT(answer.head, HasSubstr("Access-Control-Allow-Origin: https://office.example\r\n"));
    rapidjson::Document json;
    json.Parse(answer.body.c_str());
    ASSERT_EQ(json["certificates"].Size(), 2u);
    for (const auto& entry : json["certificates"].GetArray()) {
        const bool isChair = entry["fingerprint"].GetString() == chair().fingerprint();
        EXPECT_EQ(std::string(entry["fingerprint"].GetString()), isChair ? chair().fingerprint() : seal().fingerprint());
        EXPECT_EQ(fromBase64(entry["certificate"].GetString()), isChair ? chair().der() : seal().der());
        EXPECT_EQ(std::string(entry["algorithm"].GetString()), isChair ? "RSA-SHA256" : "ECDSA-SHA256");
        EXPECT_EQ(entry["chain"].Size(), 1u);
    }
    EXPECT_EQ(calls("C_Login"), 0);
}

TEST_F(Agent, SignsPreparedAttributesOfAPdf) {
    for (const IssuedKey* key : {&TestPki::instance().chairKey(), &TestPki::instance().sealKey()}) {
        const auto algorithm = key->certificate.keyType() == "RSA" ? SignatureAlgorithm::rsaPkcs1Sha256 : SignatureAlgorithm::ecdsaSha256;
        const PreparedSignature prepared = PadesSignature::prepare(makePdf(), requestFor(), {key->certificate, key->chain, algorithm});
        const RawAnswer answer = sign(key->certificate, documentOf("Quyết định 12/QĐ-UBND", "attributes", prepared.toBeSigned));
        ASSERT_EQ(answer.status, 200) << answer.body;
        const auto signatures = signaturesIn(answer);
        ASSERT_EQ(signatures.size(), 1u);
        const Bytes increment = PadesSignature::finish(makePdf(), prepared, fromBase64(signatures[0]).value());
        const Bytes document = PadesSignature::join(makePdf(), increment);
        EXPECT_EQ(TestPki::instance().validator().validate(document, TestPki::now()).verdict, Verdict::valid);
    }
    ASSERT_EQ(desk_.shown.size(), 2u);
    EXPECT_THAT(desk_.shown[0].titles, ElementsAre("Quyết định 12/QĐ-UBND"));
    EXPECT_EQ(desk_.shown[0].origin, kOrigin);
    EXPECT_EQ(desk_.shown[0].signer, "Nguyễn Văn Mẫu");
}

TEST_F(Agent, SignsAHundredHashesWithOneConfirmationAndOnePin) {
    const RawAnswer answer = signDigests(chair(), 100);
    ASSERT_EQ(answer.status, 200) << answer.body;
    const auto signatures = signaturesIn(answer);
    ASSERT_EQ(signatures.size(), 100u);
    for (int number = 0; number < 100; ++number) {
        const auto value = fromBase64(signatures[static_cast<std::size_t>(number)]).value();
        EXPECT_TRUE(keys::verifiesDigest(chair(), SignatureAlgorithm::rsaPkcs1Sha256, digestOf(number), value)) << number;
    }
    ASSERT_EQ(desk_.shown.size(), 1u);
    EXPECT_EQ(desk_.shown[0].titles.size(), 100u);
    EXPECT_EQ(desk_.pinQuestions, 1);
    EXPECT_EQ(calls("C_Login"), 1);
}

TEST_F(Agent, AnswersOnlyPagesOfItsOrigins) {
    for (const char* origin : {"https://evil.example", "http://office.example", "https://office.example:8443",
                               "https://office.example.evil.example", "null", ""}) {
        RawRequest wrong = request("GET", "/v1/certificates");
        wrong.headers["Origin"] = origin;
        const RawAnswer answer = send(wrong);
        EXPECT_EQ(answer.status, 403) << origin;
        EXPECT_THAT(answer.head, Not(HasSubstr("Access-Control"))) << origin;
        EXPECT_THAT(answer.body, Not(HasSubstr("fingerprint"))) << origin;
    }
    RawRequest without = request("GET", "/v1/certificates");
    without.headers.erase("Origin");
    EXPECT_EQ(send(without).status, 403);
}

TEST_F(Agent, RefusesNamesThatWereReboundToThisComputer) {
    const std::string port = std::to_string(server_->port());
    for (const std::string& host :
         {"evil.example:" + port, std::string("127.0.0.1"), std::string("127.0.0.1:80"), "[::1]:" + port, std::string()}) {
        RawRequest wrong = request("GET", "/v1/certificates");
        wrong.headers["Host"] = host;
        EXPECT_EQ(send(wrong).status, 403) << host;
    }
    RawRequest named = request("GET", "/v1/status");
    named.headers["Host"] = "localhost:" + port;
    EXPECT_EQ(send(named).status, 200);
}

TEST_F(Agent, LetsABrowserAskForAPageOfItsOriginsFirst) {
    RawRequest preflight = request("OPTIONS", "/v1/signatures");
    preflight.headers["Access-Control-Request-Method"] = "POST";
    preflight.headers["Access-Control-Request-Private-Network"] = "true";
    const RawAnswer answer = send(preflight);
    EXPECT_EQ(answer.status, 204);
    EXPECT_THAT(answer.head, AllOf(HasSubstr("Access-Control-Allow-Origin: https://office.example\r\n"),
                                   HasSubstr("Access-Control-Allow-Private-Network: true\r\n"),
                                   HasSubstr("Access-Control-Allow-Headers: Content-Type\r\n"), HasSubstr("Vary: Origin\r\n")));
    preflight.headers["Origin"] = "https://evil.example";
    EXPECT_THAT(send(preflight).head, Not(HasSubstr("Access-Control-Allow")));
}

TEST_F(Agent, TakesNothingThatAFormCouldSend) {
    RawRequest form = request("POST", "/v1/challenges");
    form.headers["Content-Type"] = "text/plain";
    EXPECT_EQ(send(form).status, 415);
}

TEST_F(Agent, SignsNothingWithoutAFreshChallengeOfTheSameOrigin) {
    const std::string document = documentOf("Văn bản", "digest", digestOf(1));
    const auto refused = [&](const std::string& challengeText) {
        const RawAnswer answer = send(request("POST", "/v1/signatures", actOf(chair(), document, challengeText)));
        EXPECT_THAT(answer.body, HasSubstr("challengeRefused"));
        return answer.status;
    };
    EXPECT_EQ(refused(""), 403);
    EXPECT_EQ(refused(std::string(64, '0')), 403);
    const std::string used = challenge();
    EXPECT_EQ(send(request("POST", "/v1/signatures", actOf(chair(), document, used))).status, 200);
    EXPECT_EQ(refused(used), 403);
    RawRequest ofAnother = request("POST", "/v1/signatures", actOf(chair(), document, challenge()));
    ofAnother.headers["Origin"] = "https://other.example";
    EXPECT_EQ(send(ofAnother).status, 403);
    const RawAnswer missing =
        send(request("POST", "/v1/signatures", R"({"certificate":")" + chair().fingerprint() + R"(","documents":[)" + document + "]}"));
    EXPECT_EQ(missing.status, 400);
    EXPECT_EQ(desk_.shown.size(), 1u);
}

TEST(AgentChallenge, IsGoodOnceAndNotForLong) {
    tool::Challenges challenges;
    const tool::Challenges::Time now{};
    const std::string first = challenges.issue("https://a", now);
    const std::string second = challenges.issue("https://a", now);
    EXPECT_NE(first, second);
    EXPECT_FALSE(challenges.take(first, "https://b", now));
    EXPECT_FALSE(challenges.take(first, "https://a", now));
    EXPECT_FALSE(challenges.take(second, "https://a", now + tool::Challenges::kLife));
    const std::string third = challenges.issue("https://a", now);
    EXPECT_TRUE(challenges.take(third, "https://a", now + tool::Challenges::kLife - std::chrono::seconds(1)));
    EXPECT_FALSE(challenges.take(third, "https://a", now));
}

TEST_F(Agent, SignsNothingThatThePersonRefuses) {
    desk_.isAllowing = false;
    const RawAnswer answer = signDigests(chair(), 2);
    EXPECT_EQ(answer.status, 403);
    EXPECT_THAT(answer.body, HasSubstr("refusedByPerson"));
    EXPECT_EQ(desk_.pinQuestions, 0);
    desk_.isAllowing = true;
    desk_.typedPin.clear();
    EXPECT_THAT(signDigests(chair(), 2).body, HasSubstr("refusedByPerson"));
    EXPECT_EQ(calls("C_Login"), 0);
    EXPECT_EQ(calls("C_Sign"), 0);
}

TEST_F(Agent, TriesAWrongPinOnceAndTellsItToNobody) {
    desk_.typedPin = "13572468";
    const RawAnswer answer = signDigests(chair(), 3);
    EXPECT_EQ(answer.status, 403);
    EXPECT_THAT(answer.body, AllOf(HasSubstr("wrongPin"), Not(HasSubstr("13572468"))));
    EXPECT_EQ(calls("C_Login"), 1);
    EXPECT_EQ(calls("C_Sign"), 0);
    desk_.typedPin = TestTokens::kPin;
    EXPECT_EQ(signDigests(chair(), 1).status, 200);
}

TEST_F(Agent, ReportsEachDocumentWhenTheTokenIsTakenOut) {
    fail("C_Sign", CKR_DEVICE_REMOVED, 1);
    const RawAnswer answer = signDigests(chair(), 3);
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(signaturesIn(answer), ElementsAre("", "", ""));
    EXPECT_THAT(answer.body, HasSubstr("tokenRemoved"));
    EXPECT_EQ(calls("C_Sign"), 1);
}

TEST_F(Agent, KnowsNoCertificateOfATokenThatIsNotThere) {
    const Validity validity = TestPki::validity();
    const IssuedKey absent = TestPki::instance().authority().issueSigner({"Vắng mặt", "", ""}, validity);
    const RawAnswer answer = signDigests(absent.certificate, 1);
    EXPECT_EQ(answer.status, 404);
    EXPECT_THAT(answer.body, HasSubstr("certificateNotFound"));
    EXPECT_TRUE(desk_.shown.empty());
}

TEST_F(Agent, RefusesAttributesOfAnotherCertificateAndThingsThatAreNone) {
    const PreparedSignature other = PadesSignature::prepare(makePdf(), requestFor(), {seal(), {}, SignatureAlgorithm::ecdsaSha256});
    for (const Bytes& bytes : {other.toBeSigned, Bytes{0x31, 0x00}, Bytes{1, 2, 3}, chair().der()}) {
        EXPECT_EQ(sign(chair(), documentOf("Văn bản", "attributes", bytes)).status, 400);
    }
    EXPECT_EQ(sign(chair(), documentOf("Văn bản", "digest", Bytes(20))).status, 400);
    EXPECT_TRUE(desk_.shown.empty());
}

TEST_F(Agent, RefusesMalformedRequests) {
    const std::string document = documentOf("Văn bản", "digest", digestOf(1));
    std::string many = document;
    for (int number = 0; number < 1000; ++number) {
        many += ',' + document;
    }
    for (const std::string& body :
         {std::string("{"), std::string("[]"), actOf(chair(), "", challenge()), actOf(chair(), R"({"title":"x"})", challenge()),
          actOf(chair(), R"({"title":"","digest":"AAAA"})", challenge()), actOf(chair(), R"({"title":"x","digest":"%%%%"})", challenge()),
          actOf(chair(), R"({"title":"x","digest":"AAAA","pin":"1"})", challenge()), actOf(chair(), many, challenge())}) {
        EXPECT_EQ(send(request("POST", "/v1/signatures", body)).status, 400) << body.substr(0, 200);
    }
    EXPECT_EQ(send(request("POST", "/v1/signatures", std::string(std::size_t{5} << 20U, ' '))).status, 413);
    EXPECT_EQ(send(request("GET", "/v1/signatures")).status, 404);
    EXPECT_TRUE(desk_.shown.empty());
}

TEST_F(Agent, DoesOneActAtATime) {
    std::promise<void> mayAnswer;
    std::promise<void> isAsking;
    desk_.meanwhile = [&] {
        isAsking.set_value();
        mayAnswer.get_future().wait();
    };
    std::thread first([this] { EXPECT_EQ(signDigests(chair(), 1).status, 200); });
    isAsking.get_future().wait();
    EXPECT_EQ(signDigests(seal(), 1).status, 409);
    EXPECT_THAT(send(request("GET", "/v1/status")).body, HasSubstr("\"isBusy\":true"));
    mayAnswer.set_value();
    first.join();
    EXPECT_EQ(desk_.shown.size(), 1u);
}

TEST(ShownTitles, CannotDeceive) {
    EXPECT_EQ(tool::shownTitle("Quyết định\n2. khác"), "Quyết định 2. khác");
    EXPECT_EQ(tool::shownTitle("a\u202Eb\u200B\u2066c\x1b[2Jd"), "a b  c [2Jd");
    EXPECT_EQ(tool::shownTitle(std::string(500, 'x')).size(), 150 + std::string("…").size());
}

TEST(AgentOrigins, AreWrittenAsBrowsersDo) {
    ScriptedDesk desk;
    for (const char* origin : {"https://Office.example", "https://office.example/", "https://office.example/path",
                               "https://office.example:443", "http://office.example", "office.example", "*"}) {
        EXPECT_THROW(tool::AgentServer({{origin}, {}, 0}, desk), SigningError) << origin;
    }
    EXPECT_THROW(tool::AgentServer({{}, {}, 0}, desk), SigningError);
    tool::AgentServer({{"https://office.example:8443", "http://localhost:8080"}, {}, 0}, desk);
}

}  // namespace
}  // namespace congvu::signing::testing
