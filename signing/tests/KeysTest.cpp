// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>

#include "congvu/signing/keys/Pkcs12Signer.h"
#include "congvu/signing/keys/PrivateKeySigner.h"
#include "congvu/signing/keys/SealedKey.h"
#include "keys/EvpSigner.h"
#include "support/Process.h"
#include "support/Refusal.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

const IssuedKey& key() {
    return TestPki::instance().chairKey();
}

TEST(SealedKeyTest, OpensWithThePinItWasSealedWithAndWithNoOther) {
    const SealedKey sealed = SealedKey::seal(key().pkcs8, "246810", SealingCost::lowest());
    const auto stored = SealedKey::fromBytes(sealed.bytes());
    EXPECT_EQ(stored.open("246810").view(), key().pkcs8.view());
    EXPECT_EQ(codeOf([&] { stored.open("246811"); }), ErrorCode::wrongPin);
    EXPECT_TRUE(keys::verifies(key().certificate, SignatureAlgorithm::rsaPkcs1Sha256, viewOf("x"),
                               stored.openSigner("246810", key().certificate, {})->sign(viewOf("x"))));
}

TEST(SealedKeyTest, HoldsNeitherKeyNorPinInClear) {
    const SealedKey sealed = SealedKey::seal(key().pkcs8, "a-very-secret-pin", SealingCost::lowest());
    const std::string_view bytes = textOf(sealed.bytes());
    EXPECT_EQ(bytes.find("a-very-secret-pin"), std::string_view::npos);
    EXPECT_EQ(bytes.find(key().pkcs8.view().substr(40, 32)), std::string_view::npos);
}

TEST(SealedKeyTest, RefusesEveryChangedByteOfTheHeaderAndDamagedOrCostlyHeaders) {
    const SealedKey sealed = SealedKey::seal(key().pkcs8, "246810", SealingCost::lowest());
    for (const std::size_t position : {std::size_t{14}, std::size_t{40}, sealed.bytes().size() - 1}) {
        Bytes damaged = sealed.bytes();
        damaged[position] ^= 1;
        EXPECT_EQ(codeOf([&] { SealedKey::fromBytes(damaged).open("246810"); }), ErrorCode::wrongPin) << position;
    }
    Bytes costly = sealed.bytes();
    costly[9] = 0x7F;
    EXPECT_EQ(codeOf([&] { SealedKey::fromBytes(costly); }), ErrorCode::unreadableKey);
    EXPECT_EQ(codeOf([&] { SealedKey::fromBytes(ByteView(sealed.bytes()).first(20)); }), ErrorCode::unreadableKey);
    EXPECT_EQ(codeOf([&] { SealedKey::seal(key().pkcs8, "", SealingCost::lowest()); }), ErrorCode::invalidArgument);
}

TEST(SealedKeyTest, ChangesItsPinOnlyForWhoKnowsTheOldOne) {
    const SealedKey sealed = SealedKey::seal(key().pkcs8, "old", SealingCost::lowest());
    EXPECT_EQ(codeOf([&] { sealed.changePin("wrong", "new", SealingCost::lowest()); }), ErrorCode::wrongPin);
    EXPECT_EQ(sealed.changePin("old", "new", SealingCost::lowest()).open("new").view(), key().pkcs8.view());
}

TEST(Pkcs12SignerTest, LoadsKeyCertificateAndChain) {
    const auto signer = Pkcs12Signer::load(key().toPkcs12("mật khẩu", "chair"), "mật khẩu");
    EXPECT_EQ(signer->certificate(), key().certificate);
    ASSERT_EQ(signer->chain().size(), 1u);
    EXPECT_EQ(signer->chain()[0], TestPki::instance().authority().intermediate());
}

TEST(Pkcs12SignerTest, TellsAWrongPassphraseFromADamagedContainer) {
    const Bytes container = key().toPkcs12("right", "chair");
    EXPECT_EQ(codeOf([&] { Pkcs12Signer::load(container, "wrong"); }), ErrorCode::wrongPin);
    EXPECT_EQ(codeOf([&] { Pkcs12Signer::load(ByteView(container).first(100), "right"); }), ErrorCode::unreadableKey);
}

/// The chair's key in a container that `openssl pkcs12 -export` makes with these options.
Bytes containerBy(const std::string& options) {
    const TemporaryFolder folder;
    const std::string modern = folder.write("modern.p12", key().toPkcs12("pass", "chair"));
    const std::string base = folder.path().string();
    EXPECT_EQ(runCommand("openssl pkcs12 -in " + modern + " -passin pass:pass -nodes -out " + base + "/all.pem").status, 0);
    const auto made =
        runCommand("openssl pkcs12 -export " + options + " -in " + base + "/all.pem -passout pass:pass -out " + base + "/made.p12");
    EXPECT_EQ(made.status, 0) << made.output;
    return readBytes(base + "/made.p12");
}

TEST(Pkcs12SignerTest, LoadsOldContainersOfRc2And3Des) {
    for (const char* options : {"-legacy", "-legacy -certpbe PBE-SHA1-RC2-40 -keypbe PBE-SHA1-RC2-40 -macalg sha1",
                                "-legacy -certpbe PBE-SHA1-RC2-128 -keypbe PBE-SHA1-RC2-128 -macalg sha1",
                                "-legacy -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1",
                                "-legacy -certpbe NONE -keypbe PBE-SHA1-3DES", "-certpbe AES-256-CBC -keypbe AES-128-CBC -macalg sha512"}) {
        const auto signer = Pkcs12Signer::load(containerBy(options), "pass");
        EXPECT_EQ(signer->certificate(), key().certificate) << options;
        EXPECT_TRUE(keys::verifies(key().certificate, signer->algorithm(), viewOf("x"), signer->sign(viewOf("x")))) << options;
        EXPECT_EQ(codeOf([&] { Pkcs12Signer::load(containerBy(options), "Pass"); }), ErrorCode::wrongPin) << options;
    }
}

TEST(Pkcs12SignerTest, DoesNotWorkForContainersThatAskForTooMuch) {
    const Bytes costly = containerBy("-iter 2100000");
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(codeOf([&] { Pkcs12Signer::load(costly, "pass"); }), ErrorCode::unreadableKey);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(200));
}

TEST(PrivateKey, SignsWithTheAlgorithmThatIsAskedFor) {
    const TestPki& pki = TestPki::instance();
    for (const auto algorithm :
         {SignatureAlgorithm::rsaPkcs1Sha384, SignatureAlgorithm::rsaPkcs1Sha512, SignatureAlgorithm::rsaPssSha256}) {
        const auto signer = PrivateKeySigner::load(key().pkcs8, key().certificate, {}, algorithm);
        EXPECT_TRUE(keys::verifies(key().certificate, algorithm, viewOf("x"), signer->sign(viewOf("x")))) << nameOf(algorithm);
        EXPECT_EQ(signatureAlgorithmOf(nameOf(algorithm)), algorithm);
    }
    EXPECT_EQ(codeOf([&] { PrivateKeySigner::load(key().pkcs8, key().certificate, {}, SignatureAlgorithm::ecdsaSha256); }),
              ErrorCode::invalidArgument);
    EXPECT_EQ(codeOf([&] { PrivateKeySigner::load(pki.sealKey().pkcs8, pki.sealKey().certificate, {}, SignatureAlgorithm::rsaPssSha256); }),
              ErrorCode::invalidArgument);
    EXPECT_EQ(codeOf([] { signatureAlgorithmOf("MD5"); }), ErrorCode::invalidArgument);
}

TEST(PrivateKey, IsRefusedWithTheCertificateOfAnotherKey) {
    EXPECT_EQ(codeOf([] {
                  SealedKey::seal(key().pkcs8, "1", SealingCost::lowest()).openSigner("1", TestPki::instance().seal().certificate(), {});
              }),
              ErrorCode::keyMismatch);
}

TEST(CertificateTest, TellsVietnameseNamesAndUse) {
    const Certificate& certificate = key().certificate;
    EXPECT_EQ(certificate.commonName(), "Nguyễn Văn Mẫu");
    EXPECT_EQ(certificate.organization(), "UBND xã Mây Trắng");
    EXPECT_EQ(certificate.keyType(), "RSA");
    EXPECT_EQ(certificate.keyBits(), 2048);
    EXPECT_TRUE(certificate.allowsSignatures());
    EXPECT_FALSE(certificate.isAuthority());
    EXPECT_TRUE(TestPki::instance().authority().root().isSelfSigned());
    EXPECT_EQ(toIso8601(certificate.notBefore()), "2026-01-01T00:00:00Z");
}

}  // namespace
}  // namespace congvu::signing::testing
