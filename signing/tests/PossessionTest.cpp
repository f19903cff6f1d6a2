// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "cms/SignedAttributes.h"
#include "congvu/signing/keys/DeferredSigner.h"
#include "congvu/signing/keys/ProofOfPossession.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

constexpr const char* kStatement = "đăng ký chứng thư số, mã 0123456789";

TEST(Possession, IsShownByTheKeyOfTheCertificateAndByNoOther) {
    const TestPki& pki = TestPki::instance();
    for (const Signer* signer : {&pki.chair(), &pki.seal()}) {
        const Bytes value = signer->sign(ProofOfPossession::toBeSigned(signer->certificate(), kStatement));
        EXPECT_TRUE(ProofOfPossession::isGiven(signer->certificate(), kStatement, value));
        EXPECT_FALSE(ProofOfPossession::isGiven(signer->certificate(), "another statement", value));
        EXPECT_FALSE(ProofOfPossession::isGiven((signer == &pki.chair() ? pki.seal() : pki.chair()).certificate(), kStatement, value));
        EXPECT_FALSE(ProofOfPossession::isGiven(signer->certificate(), kStatement, {}));
    }
}

TEST(Possession, IsWhatAnAgentTakesForSignedAttributesOfThatCertificateOnly) {
    const TestPki& pki = TestPki::instance();
    const Bytes attributes = ProofOfPossession::toBeSigned(pki.chair().certificate(), kStatement);
    EXPECT_TRUE(cms::areSignedAttributesOf(pki.chair().certificate(), attributes));
    EXPECT_FALSE(cms::areSignedAttributesOf(pki.seal().certificate(), attributes));
}

TEST(UsualAlgorithm, SuitsTheKeyOfTheCertificate) {
    const TestPki& pki = TestPki::instance();
    for (const Signer* signer : {&pki.chair(), &pki.seal()}) {
        EXPECT_EQ(usualAlgorithmOf(signer->certificate()), signer->algorithm());
    }
}

}  // namespace
}  // namespace congvu::signing::testing
