// SPDX-License-Identifier: Apache-2.0
#include <dlfcn.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "congvu/signing/keys/Pkcs11Signer.h"
#include "keys/Cryptoki.h"
#include "keys/EvpSigner.h"
#include "support/PdfFactory.h"
#include "support/Refusal.h"
#include "support/TestPki.h"
#include "support/TestToken.h"

namespace congvu::signing::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Pkcs11UriTest, ReadsAndWritesAttributes) {
    const auto uri = Pkcs11Uri::parse(
        "pkcs11:token=B%C3%AD%20th%C6%B0;id=%01%00%ff;serial=12;slot-id=7;type=private"
        "?module-path=/usr/lib/a.so&pin-source=file:/run/pin&x-other=1");
    EXPECT_EQ(uri.token, "Bí thư");
    EXPECT_EQ(uri.id, std::string("\x01\x00\xff", 3));
    EXPECT_EQ(uri.slotId, 7u);
    EXPECT_EQ(uri.modulePath, "/usr/lib/a.so");
    EXPECT_EQ(uri.pinFile(), "/run/pin");
    EXPECT_EQ(Pkcs11Uri::parse(uri.toString()).toString(), uri.toString());
    EXPECT_EQ(Pkcs11Uri::parse("pkcs11:?pin-source=file:///run/pin").pinFile(), "/run/pin");
    EXPECT_EQ(Pkcs11Uri::parse("pkcs11:").toString(), "pkcs11:");
}

TEST(Pkcs11UriTest, RefusesWhatCouldChooseAnotherKeyOrShowAPin) {
    for (const char* text : {"token=a", "pkcs11:token=a;token=b", "pkcs11:tokken=a", "pkcs11:token", "pkcs11:id=%0", "pkcs11:id=%0x",
                             "pkcs11:slot-id=1x", "pkcs11:slot-id=", "pkcs11:type=data", "pkcs11:token=a?pin-value=246810"}) {
        const Refusal refusal = refusalOf([text] { Pkcs11Uri::parse(text); });
        EXPECT_EQ(refusal.code, ErrorCode::invalidArgument) << text;
        EXPECT_THAT(refusal.text, Not(HasSubstr("246810")));
    }
    for (const char* source : {"%7Ccat%20/etc/pin", "http://host/pin", "file://host/pin"}) {
        const auto uri = Pkcs11Uri::parse(std::string("pkcs11:?pin-source=") + source);
        EXPECT_EQ(codeOf([&uri] { uri.pinFile(); }), ErrorCode::invalidArgument) << source;
    }
}

/// Two tokens: "person" with an RSA key and "agency" with an EC key, certificates beside both.
class Pkcs11 : public ::testing::Test {
protected:
    static const TestTokens& tokens() { return *tokens_; }

    static void SetUpTestSuite() {
        tokens_ = std::make_unique<TestTokens>();
        const TestPki& pki = TestPki::instance();
        tokens_->addToken("person");
        tokens_->addToken("agency");
        tokens_->importKey("person", "chair", "01", pki.chairKey());
        tokens_->writeCertificate("person", "chair certificate", {1}, pki.chairKey().certificate);
        tokens_->writeCertificate("person", "issuer", {9}, pki.authority().intermediate());
        tokens_->writeCertificate("person", "root", {8}, pki.authority().root());
        tokens_->importKey("agency", "seal", "02", pki.sealKey());
        tokens_->writeCertificate("agency", "seal", {2}, pki.sealKey().certificate);
        tokens_->importKey("agency", "bare", "03", pki.sealKey());
        tokens_->writeAlwaysAuthenticatedKey("agency", "careful", {4}, pki.chairKey());
        tokens_->writeCertificate("agency", "careful", {4}, pki.chairKey().certificate);
    }
    static void TearDownTestSuite() { tokens_.reset(); }

    static std::shared_ptr<const Signer> open(const std::string& uri, std::string_view pin = TestTokens::kPin,
                                              std::optional<SignatureAlgorithm> algorithm = std::nullopt) {
        return Pkcs11Signer::open(Pkcs11Module::load(kSoftHsm), Pkcs11Uri::parse(uri), pin, algorithm);
    }
    static bool signsWell(const Signer& signer, std::string_view text = "to be signed") {
        return keys::verifies(signer.certificate(), signer.algorithm(), viewOf(text), signer.sign(viewOf(text)));
    }

private:
    static inline std::unique_ptr<TestTokens> tokens_;
};

TEST_F(Pkcs11, ListsTokensAndCertificatesWithoutAPin) {
    const auto module = Pkcs11Module::load(kSoftHsm);
    std::vector<std::string> labels;
    for (const Pkcs11TokenInfo& token : module->tokens()) {
        if (token.isInitialized) {
            EXPECT_TRUE(token.isLoginRequired);
            EXPECT_FALSE(token.serial.empty());
            labels.push_back(token.label);
        }
    }
    EXPECT_THAT(labels, ::testing::UnorderedElementsAre("person", "agency"));
    const auto certificates = module->certificates();
    ASSERT_EQ(certificates.size(), 5u);
    for (const Pkcs11Certificate& entry : certificates) {
        if (entry.label == "seal") {
            EXPECT_EQ(entry.id, Bytes{2});
            EXPECT_EQ(entry.certificate, TestPki::instance().sealKey().certificate);
            EXPECT_TRUE(signsWell(*Pkcs11Signer::open(module, entry.uri(), TestTokens::kPin)));
        }
    }
}

TEST_F(Pkcs11, SignsWithRsaAndBringsTheChainOfTheToken) {
    const auto signer = open("pkcs11:token=person;id=%01");
    EXPECT_EQ(signer->certificate(), TestPki::instance().chairKey().certificate);
    ASSERT_EQ(signer->chain().size(), 1u);
    EXPECT_EQ(signer->chain()[0], TestPki::instance().authority().intermediate());
    EXPECT_EQ(signer->algorithm(), SignatureAlgorithm::rsaPkcs1Sha256);
    EXPECT_TRUE(signsWell(*signer));
}

TEST_F(Pkcs11, SignsWithEveryAlgorithmOfTheKey) {
    for (const auto algorithm :
         {SignatureAlgorithm::rsaPkcs1Sha384, SignatureAlgorithm::rsaPkcs1Sha512, SignatureAlgorithm::rsaPssSha256}) {
        EXPECT_TRUE(signsWell(*open("pkcs11:token=person;object=chair", TestTokens::kPin, algorithm))) << nameOf(algorithm);
    }
    for (const auto algorithm : {SignatureAlgorithm::ecdsaSha256, SignatureAlgorithm::ecdsaSha384}) {
        EXPECT_TRUE(signsWell(*open("pkcs11:token=agency;object=seal", TestTokens::kPin, algorithm))) << nameOf(algorithm);
    }
    EXPECT_EQ(codeOf([] { open("pkcs11:token=person;object=chair", TestTokens::kPin, SignatureAlgorithm::ecdsaSha256); }),
              ErrorCode::invalidArgument);
}

TEST_F(Pkcs11, ChoosesTheKeyByItsOwnNameOrItsCertificates) {
    const TestPki& pki = TestPki::instance();
    EXPECT_EQ(open("pkcs11:object=seal")->certificate(), pki.sealKey().certificate);
    EXPECT_EQ(open("pkcs11:object=chair%20certificate;type=cert")->certificate(), pki.chairKey().certificate);
    const auto slot = open("pkcs11:token=person")->certificate();
    EXPECT_EQ(slot, pki.chairKey().certificate);
    EXPECT_EQ(codeOf([] { open("pkcs11:id=%77"); }), ErrorCode::invalidArgument);
    EXPECT_EQ(codeOf([] { open("pkcs11:token=agency"); }), ErrorCode::invalidArgument);
}

TEST_F(Pkcs11, TellsWhatIsMissing) {
    EXPECT_EQ(codeOf([] { open("pkcs11:token=nobody"); }), ErrorCode::tokenNotFound);
    EXPECT_EQ(codeOf([] { open("pkcs11:token=person;serial=0"); }), ErrorCode::tokenNotFound);
    EXPECT_EQ(codeOf([] { open("pkcs11:token=person;id=%55"); }), ErrorCode::keyNotFound);
    EXPECT_EQ(codeOf([] { open("pkcs11:token=agency;object=bare"); }), ErrorCode::certificateNotFound);
    EXPECT_EQ(codeOf([] { Pkcs11Module::load("/nonexistent/module.so"); }), ErrorCode::moduleUnavailable);
    EXPECT_EQ(codeOf([] { Pkcs11Module::load(tokens().folder().write("text.so", viewOf("no module"))); }), ErrorCode::moduleUnavailable);
    EXPECT_EQ(codeOf([] { Pkcs11Module::load("/lib/x86_64-linux-gnu/libm.so.6"); }), ErrorCode::moduleUnavailable);
}

TEST_F(Pkcs11, RefusesAWrongPinAlsoWhileTheProcessIsLoggedIn) {
    EXPECT_EQ(codeOf([] { open("pkcs11:token=person", "999999"); }), ErrorCode::wrongPin);
    const auto signer = open("pkcs11:token=person");
    const Refusal refusal = refusalOf([] { open("pkcs11:token=person", "999999"); });
    EXPECT_EQ(refusal.code, ErrorCode::wrongPin);
    EXPECT_THAT(refusal.text, Not(HasSubstr("999999")));
    EXPECT_TRUE(signsWell(*signer));
}

TEST_F(Pkcs11, SignsWithAKeyThatWantsThePinEachTime) {
    const auto signer = open("pkcs11:token=agency;object=careful");
    EXPECT_TRUE(signsWell(*signer, "first"));
    EXPECT_TRUE(signsWell(*signer, "second"));
}

TEST_F(Pkcs11, SignsFromFourThreadsAtOnce) {
    const std::vector signers{open("pkcs11:token=person"), open("pkcs11:object=seal"), open("pkcs11:token=agency;object=careful")};
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (int turn = 0; turn < 50; ++turn) {
                const auto& signer = signers[static_cast<std::size_t>(thread + turn) % signers.size()];
                good += signsWell(*signer, std::to_string(thread * 100 + turn)) ? 1 : 0;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(good, 200);
}

/// True when the child of a fork says so.
bool inChild(const std::function<bool()>& holds) {
    const pid_t child = ::fork();
    if (child == 0) {
        bool isTrue = false;
        try {
            isTrue = holds();
        } catch (...) {
            isTrue = false;
        }
        ::_exit(isTrue ? 0 : 1);
    }
    int state = 0;
    ::waitpid(child, &state, 0);
    return WIFEXITED(state) && WEXITSTATUS(state) == 0;
}

TEST_F(Pkcs11, SignsInTheChildOfAForkAndThenStillInTheParent) {
    const auto signer = open("pkcs11:token=person");
    ASSERT_TRUE(signsWell(*signer));
    EXPECT_TRUE(inChild([&] { return signsWell(*signer) && signsWell(*open("pkcs11:object=seal")); }));
    EXPECT_TRUE(signsWell(*signer));
}

TEST_F(Pkcs11, SignsAPdfThatIsValid) {
    const Bytes document = PadesSignature::sign(makePdf(), requestFor(), *open("pkcs11:token=person"));
    const ValidationReport report = TestPki::instance().validator().validate(document, TestPki::now());
    EXPECT_EQ(report.verdict, Verdict::valid);
}

TEST_F(Pkcs11, SaysThatATokenWasDeleted) {
    tokens().addToken("short-lived");
    tokens().importKey("short-lived", "chair", "01", TestPki::instance().chairKey());
    tokens().writeCertificate("short-lived", "chair", {1}, TestPki::instance().chairKey().certificate);
    const auto signer = open("pkcs11:token=short-lived");
    ASSERT_TRUE(signsWell(*signer));
    tokens().deleteToken("short-lived");
    const Refusal refusal = refusalOf([&] { signer->sign(viewOf("x")); });
    EXPECT_EQ(refusal.code, ErrorCode::tokenRemoved) << refusal.text;
}

/// SoftHSM behind a module that counts calls and fails on demand.
class FaultyPkcs11 : public Pkcs11 {
protected:
    void SetUp() override {
        library_ = ::dlopen(CONGVU_FAULTY_MODULE, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
        ASSERT_NE(library_, nullptr);
        reinterpret_cast<void (*)()>(::dlsym(library_, "faultyModuleReset"))();
    }
    void fail(const char* function, CK_RV result, int times = 1) const {
        reinterpret_cast<void (*)(const char*, CK_RV, int)>(::dlsym(library_, "faultyModuleFail"))(function, result, times);
    }
    void failLate(const char* function, CK_RV result, int times, int milliseconds) const {
        reinterpret_cast<void (*)(const char*, CK_RV, int, int)>(::dlsym(library_, "faultyModuleFailLate"))(function, result, times,
                                                                                                            milliseconds);
    }
    /// How many of four threads that sign at once are successful.
    static int signaturesOfFourThreads(const Signer& signer) {
        std::atomic<int> good = 0;
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&] { good += signsWell(signer) ? 1 : 0; });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        return good;
    }
    int calls(const char* function) const {
        return reinterpret_cast<int (*)(const char*)>(::dlsym(library_, "faultyModuleCalls"))(function);
    }
    static std::shared_ptr<const Signer> open(const std::string& uri, std::string_view pin = TestTokens::kPin) {
        return Pkcs11Signer::open(Pkcs11Module::load(CONGVU_FAULTY_MODULE), Pkcs11Uri::parse(uri), pin);
    }

private:
    void* library_ = nullptr;
};

TEST_F(FaultyPkcs11, LogsInOnceForAllSignersAndThreads) {
    const auto first = open("pkcs11:token=agency;object=seal");
    const auto second = open("pkcs11:token=agency;object=seal");
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] { EXPECT_TRUE(signsWell(*first) && signsWell(*second)); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(calls("C_Login"), 1);
    EXPECT_LE(calls("C_OpenSession"), 4);
}

TEST_F(FaultyPkcs11, ShowsAWrongPinOnce) {
    EXPECT_EQ(codeOf([] { open("pkcs11:token=person", "999999"); }), ErrorCode::wrongPin);
    EXPECT_EQ(calls("C_Login"), 1);
}

TEST_F(FaultyPkcs11, NeverShowsAPinAgainThatWasRefusedLater) {
    const auto signer = open("pkcs11:token=person");
    fail("C_SignInit", CKR_USER_NOT_LOGGED_IN, 1);
    fail("C_Login", CKR_PIN_INCORRECT, 1);
    EXPECT_EQ(codeOf([&] { signer->sign(viewOf("x")); }), ErrorCode::wrongPin);
    EXPECT_EQ(codeOf([&] { signer->sign(viewOf("x")); }), ErrorCode::wrongPin);
    EXPECT_EQ(calls("C_Login"), 2);
    EXPECT_TRUE(signsWell(*open("pkcs11:token=person")));
}

TEST_F(FaultyPkcs11, TellsALockedPinFromAWrongOne) {
    for (int turn = 0; turn < 3; ++turn) {
        EXPECT_EQ(codeOf([] { open("pkcs11:token=person", "999999"); }), ErrorCode::wrongPin);
    }
    EXPECT_EQ(codeOf([] { open("pkcs11:token=person"); }), ErrorCode::pinLocked);
    EXPECT_EQ(calls("C_Login"), 4);
}

TEST_F(FaultyPkcs11, LogsInAgainWhenTheTokenForgot) {
    const auto signer = open("pkcs11:token=person");
    fail("C_SignInit", CKR_USER_NOT_LOGGED_IN);
    EXPECT_TRUE(signsWell(*signer));
    EXPECT_EQ(calls("C_Login"), 2);
}

TEST_F(FaultyPkcs11, TakesOneNewSessionWhereTheKeyWasNotUsed) {
    const auto signer = open("pkcs11:token=person");
    for (const CK_RV lost : {CKR_SESSION_HANDLE_INVALID, CKR_DEVICE_REMOVED, CKR_TOKEN_NOT_PRESENT}) {
        const int before = calls("C_SignInit");
        fail("C_SignInit", lost);
        EXPECT_TRUE(signsWell(*signer)) << keys::nameOfResult(lost);
        EXPECT_EQ(calls("C_SignInit"), before + 2);
        fail("C_SignInit", lost, 2);
        EXPECT_EQ(codeOf([&] { signer->sign(viewOf("x")); }), ErrorCode::tokenRemoved) << keys::nameOfResult(lost);
        EXPECT_EQ(calls("C_SignInit"), before + 4);
    }
    EXPECT_TRUE(signsWell(*signer));
}

TEST_F(FaultyPkcs11, DoesNotSignTwiceWhenTheTokenIsTakenOutWhileSigning) {
    const auto signer = open("pkcs11:token=person");
    fail("C_Sign", CKR_DEVICE_REMOVED);
    const Refusal refusal = refusalOf([&] { signer->sign(viewOf("x")); });
    EXPECT_EQ(refusal.code, ErrorCode::tokenRemoved);
    EXPECT_THAT(refusal.text, HasSubstr("CKR_DEVICE_REMOVED"));
    EXPECT_EQ(calls("C_Sign"), 1);
    EXPECT_TRUE(signsWell(*signer));
}

TEST_F(FaultyPkcs11, WaitsForASessionWhenTheTokenHasNoMore) {
    const auto signer = open("pkcs11:token=person");
    fail("C_OpenSession", CKR_SESSION_COUNT, 100);
    EXPECT_EQ(signaturesOfFourThreads(*signer), 4);
}

TEST_F(FaultyPkcs11, TakesASessionThatCameBackWhileTheTokenRefusedAnother) {
    const auto signer = open("pkcs11:token=person");
    failLate("C_OpenSession", CKR_SESSION_COUNT, 100, 200);
    EXPECT_EQ(signaturesOfFourThreads(*signer), 4);
}

TEST_F(Pkcs11, ToolSignsAPdfThatTheToolAndPdfsigCallValid) {
    const TemporaryFolder folder;
    const std::string in = folder.write("in.pdf", makePdf());
    const std::string pin = folder.write("pin", viewOf("246810\n"));
    folder.write("trust/government/root.pem", viewOf(TestPki::instance().authority().root().toPem()));
    const std::string base = folder.path().string();
    const std::string at = " --at 2026-03-05T07:08:09Z ";
    const auto sign = [&](const std::string& key, const std::string& out) {
        return runCommand(std::string(CONGVU_SIGN_TOOL) + " sign --pkcs11 '" + key + "'" + at + in + ' ' + base + '/' + out);
    };
    const std::string module = std::string("?module-path=") + kSoftHsm;
    const auto rsa = sign("pkcs11:token=person;id=%01" + module + "' --pin-file '" + pin, "rsa.pdf");
    ASSERT_EQ(rsa.status, 0) << rsa.output;
    const auto ec = sign("pkcs11:token=agency;object=seal" + module + "&pin-source=file:" + pin, "ec.pdf");
    ASSERT_EQ(ec.status, 0) << ec.output;
    for (const char* file : {"/rsa.pdf", "/ec.pdf"}) {
        const std::string trust = " --trust " + base + "/trust" + at;
        // The agency's token holds no issuer's certificate, so only its integrity can be told.
        const auto verified = runCommand(std::string(CONGVU_SIGN_TOOL) + " verify --json" + trust + base + file);
        EXPECT_EQ(verified.status, std::string(file) == "/rsa.pdf" ? 0 : 2) << verified.output;
        EXPECT_THAT(verified.output, HasSubstr("\"integrity\":\"intact\""));
        EXPECT_THAT(runCommand("pdfsig " + base + file).output, HasSubstr("Signature Validation: Signature is Valid."));
    }
    const std::string wrongPin = folder.write("wrong", viewOf("999999\n"));
    const auto refused = sign("pkcs11:token=person" + module + "' --pin-file '" + wrongPin, "none.pdf");
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.output, ::testing::AllOf(HasSubstr("wrongPin"), Not(HasSubstr("999999"))));
    EXPECT_EQ(sign("pkcs11:token=person", "none.pdf").status, 64);
    EXPECT_FALSE(std::filesystem::exists(base + "/none.pdf"));
}

}  // namespace
}  // namespace congvu::signing::testing
