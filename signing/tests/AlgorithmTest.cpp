// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>

#include "congvu/signing/SigningError.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

struct Kind {
    const char* name;
    KeyKind key;
    const char* algorithm;
};

class EveryKindOfKey : public ::testing::TestWithParam<Kind> {};

TEST_P(EveryKindOfKey, SignsSoThatOursAndPdfsigCallItValid) {
    const auto key = TestPki::instance().authority().issueSigner({"Người Ký Thử", "", ""}, TestPki::validity(), GetParam().key);
    const Bytes document = PadesSignature::sign(makePdf(), requestFor(), *key.signer());
    const auto report = TestPki::instance().validator().validate(document, TestPki::now());
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_EQ(report.signatures.at(0).algorithm, GetParam().algorithm);
    ASSERT_TRUE(isInstalled("pdfsig"));
    const TemporaryFolder folder;
    const auto result = runCommand("pdfsig -nocert " + folder.write("signed.pdf", document));
    EXPECT_NE(result.output.find("Signature Validation: Signature is Valid."), std::string::npos) << result.output;
}

INSTANTIATE_TEST_SUITE_P(Kinds, EveryKindOfKey,
                         ::testing::Values(Kind{"Rsa2048", KeyKind::rsa2048, "RSA-SHA256"}, Kind{"Rsa3072", KeyKind::rsa3072, "RSA-SHA256"},
                                           Kind{"EcP256", KeyKind::ecP256, "ECDSA-SHA256"},
                                           Kind{"EcP384", KeyKind::ecP384, "ECDSA-SHA384"}),
                         [](const auto& one) { return one.param.name; });

/// RSASSA-PSS with SHA-256 and a salt of 32 bytes (RFC 4055), as a token or a remote service gives it.
Bytes pssValue(const IssuedKey& key, const Bytes& toBeSigned) {
    const auto* position = reinterpret_cast<const unsigned char*>(key.pkcs8.view().data());
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> native(
        d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(key.pkcs8.size())), EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_PKEY_CTX* padding = nullptr;
    std::size_t size = 0;
    const bool good = EVP_DigestSignInit(context.get(), &padding, EVP_sha256(), nullptr, native.get()) == 1 &&
                      EVP_PKEY_CTX_set_rsa_padding(padding, RSA_PKCS1_PSS_PADDING) == 1 &&
                      EVP_PKEY_CTX_set_rsa_pss_saltlen(padding, RSA_PSS_SALTLEN_DIGEST) == 1 &&
                      EVP_DigestSign(context.get(), nullptr, &size, toBeSigned.data(), toBeSigned.size()) == 1;
    EXPECT_TRUE(good);
    Bytes value(size);
    EXPECT_EQ(EVP_DigestSign(context.get(), value.data(), &size, toBeSigned.data(), toBeSigned.size()), 1);
    value.resize(size);
    return value;
}

TEST(PssSignature, OfADeferredSignerIsEmbeddedAndValid) {
    const auto& key = TestPki::instance().chairKey();
    const Bytes original = makePdf();
    auto prepared = PadesSignature::prepare(original, requestFor(), {key.certificate, key.chain, SignatureAlgorithm::rsaPssSha256});
    const Bytes increment = PadesSignature::finish(prepared, pssValue(key, prepared.toBeSigned));
    const auto report = TestPki::instance().validator().validate(PadesSignature::join(original, increment), TestPki::now());
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_EQ(report.signatures.at(0).algorithm, "RSA-PSS-SHA256");
}

TEST(PssSignature, IsRefusedWhenTheValueIsOfTheOlderPadding) {
    const auto& key = TestPki::instance().chairKey();
    auto prepared = PadesSignature::prepare(makePdf(), requestFor(), {key.certificate, key.chain, SignatureAlgorithm::rsaPssSha256});
    const Bytes value = key.signer()->sign(prepared.toBeSigned);
    try {
        PadesSignature::finish(prepared, value);
        FAIL() << "embedded a value of another algorithm";
    } catch (const SigningError& error) {
        EXPECT_EQ(error.code(), ErrorCode::keyMismatch);
    }
}

}  // namespace
}  // namespace congvu::signing::testing
