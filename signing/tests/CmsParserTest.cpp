// SPDX-License-Identifier: Apache-2.0
// SignedData (RFC 5652) in the shapes that signers of all kinds write, put together element by element.
#include <gtest/gtest.h>
#include <openssl/rsa.h>

#include <functional>

#include "cms/Der.h"
#include "cms/Parser.h"
#include "crypto/CertificateNative.h"
#include "support/Refusal.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using cms::Parser;
namespace der = cms::der;

constexpr const char* kOidOfSha256 = "2.16.840.1.101.3.4.2.1";
constexpr const char* kOidOfSha512 = "2.16.840.1.101.3.4.2.3";
constexpr const char* kSha256WithRsa = "1.2.840.113549.1.1.11";
constexpr const char* kRsaPss = "1.2.840.113549.1.1.10";
constexpr const char* kEd25519 = "1.3.101.112";
constexpr const char* kContentIsData = "1.2.840.113549.1.7.1";

crypto::KeyPointer chairPrivateKey() {
    const auto& key = TestPki::instance().chairKey();
    const auto* position = reinterpret_cast<const unsigned char*>(key.pkcs8.view().data());
    return crypto::KeyPointer(d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(key.pkcs8.size())));
}

Certificate selfSigned(EVP_PKEY* key) {
    const crypto::X509Pointer x509(X509_new());
    X509_set_version(x509.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 7);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x509.get()), "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>("Ed"), -1, -1,
                               0);
    X509_set_issuer_name(x509.get(), X509_get_subject_name(x509.get()));
    X509_gmtime_adj(X509_getm_notBefore(x509.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(x509.get()), 3600);
    X509_set_pubkey(x509.get(), key);
    X509_sign(x509.get(), key, nullptr);
    return crypto::certificateOf(x509.get());
}

Bytes algorithmIdentifier(const char* dotted, const Bytes& parameters = {}) {
    return der::sequence({der::objectIdentifier(dotted), parameters});
}

/// Attributes of a content: content-type and message-digest.
std::vector<Bytes> attributesFor(const Bytes& digest) {
    const auto attribute = [](const char* type, const Bytes& value) {
        return der::sequence({der::objectIdentifier(type), der::setOf({value})});
    };
    return {attribute("1.2.840.113549.1.9.3", der::objectIdentifier(kContentIsData)),
            attribute("1.2.840.113549.1.9.4", der::octetString(digest))};
}

/// A SignedData of one signer, as it is put together.
struct SignedDataShape {
    Certificate signer = TestPki::instance().chairKey().certificate;
    Bytes digestAlgorithm = algorithmIdentifier(kOidOfSha256);
    Bytes signatureAlgorithm = algorithmIdentifier(kSha256WithRsa, der::null());
    std::vector<Bytes> attributes;  ///< none: the content itself is signed
    bool withCertificate = true;
    std::function<Bytes(const Bytes&)> sign;  ///< over the attributes, or nothing
};

Bytes writeSignedData(const SignedDataShape& shape) {
    X509* x509 = crypto::x509Of(shape.signer);
    const Bytes issuer = crypto::toDer(X509_get_issuer_name(x509), i2d_X509_NAME);
    const Bytes serial = crypto::toDer(X509_get0_serialNumber(x509), i2d_ASN1_INTEGER);
    const Bytes attributes = shape.attributes.empty() ? Bytes{} : der::setOf(shape.attributes);
    Bytes tagged = attributes;
    if (!tagged.empty()) {
        tagged[0] = der::kContext0;
    }
    const Bytes info = der::sequence({der::integer(1), der::sequence({issuer, serial}), shape.digestAlgorithm, tagged,
                                      shape.signatureAlgorithm, der::octetString(shape.sign(attributes))});
    const Bytes certificates = shape.withCertificate ? der::element(der::kContext0, shape.signer.der()) : Bytes{};
    const Bytes signedData = der::sequence({der::integer(1), der::setOf({shape.digestAlgorithm}),
                                            der::sequence({der::objectIdentifier(kContentIsData)}), certificates, der::setOf({info})});
    return der::sequence({der::objectIdentifier("1.2.840.113549.1.7.2"), der::element(der::kContext0, signedData)});
}

/// The pure signature of a message, or with a digest.
Bytes signMessage(EVP_PKEY* key, const EVP_MD* digest, const Bytes& message) {
    const crypto::DigestContextPointer context(EVP_MD_CTX_new());
    std::size_t size = static_cast<std::size_t>(EVP_PKEY_get_size(key));
    Bytes out(size);
    EXPECT_EQ(EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key), 1);
    EXPECT_EQ(EVP_DigestSign(context.get(), out.data(), &size, message.data(), message.size()), 1);
    out.resize(size);
    return out;
}

Bytes signPss(const Bytes& digest) {
    const auto key = chairPrivateKey();
    const crypto::KeyContextPointer context(EVP_PKEY_CTX_new(key.get(), nullptr));
    std::size_t size = static_cast<std::size_t>(EVP_PKEY_get_size(key.get()));
    Bytes out(size);
    EVP_PKEY_sign_init(context.get());
    EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PSS_PADDING);
    EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256());
    EVP_PKEY_CTX_set_rsa_pss_saltlen(context.get(), 20);
    EXPECT_EQ(EVP_PKEY_sign(context.get(), out.data(), &size, digest.data(), digest.size()), 1);
    return out;
}

const Bytes kSignedText{'c', 'o', 'n', 't', 'e', 'n', 't'};

SignedDataShape rsaShape() {
    SignedDataShape shape;
    shape.attributes = attributesFor(crypto::digest("SHA256", kSignedText));
    shape.sign = [](const Bytes& attributes) { return signMessage(chairPrivateKey().get(), EVP_sha256(), attributes); };
    return shape;
}

TEST(SignedData, OfRsaIsVerified) {
    const Parser parser(writeSignedData(rsaShape()));
    EXPECT_TRUE(parser.verifies(crypto::digest("SHA256", kSignedText)));
    EXPECT_EQ(parser.algorithmName(), "RSA-SHA256");
    EXPECT_TRUE(parser.hasContentType());
    EXPECT_TRUE(parser.contentTypeAgrees());
}

TEST(SignedData, ThatNamesASignatureAlgorithmAsItsDigestIsVerified) {
    SignedDataShape shape = rsaShape();
    shape.digestAlgorithm = algorithmIdentifier(kSha256WithRsa, der::null());
    const Parser parser(writeSignedData(shape));
    EXPECT_EQ(parser.digestAlgorithm(), "SHA256");
    EXPECT_FALSE(parser.algorithmsDisagree());
    EXPECT_TRUE(parser.verifies(crypto::digest("SHA256", kSignedText)));
}

TEST(SignedData, WithoutAttributesIsVerifiedWithEitherPaddingOfRsa) {
    const Bytes digest = crypto::digest("SHA256", kSignedText);
    SignedDataShape plain = rsaShape();
    plain.attributes.clear();
    plain.sign = [](const Bytes&) { return signMessage(chairPrivateKey().get(), EVP_sha256(), kSignedText); };
    EXPECT_TRUE(Parser(writeSignedData(plain)).verifies(digest));
    SignedDataShape pss = plain;
    pss.signatureAlgorithm = algorithmIdentifier(kRsaPss, der::sequence({}));
    pss.sign = [&](const Bytes&) { return signPss(digest); };
    EXPECT_TRUE(Parser(writeSignedData(pss)).verifies(digest));
    EXPECT_FALSE(Parser(writeSignedData(pss)).verifies(crypto::digest("SHA256", Bytes{'x'})));
    plain.signatureAlgorithm = pss.signatureAlgorithm;
    EXPECT_FALSE(Parser(writeSignedData(plain)).verifies(digest)) << "the other padding";
}

TEST(SignedData, OfAnEdwardsCurveIsVerifiedOverItsAttributes) {
    const crypto::KeyPointer key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    SignedDataShape shape;
    shape.signer = selfSigned(key.get());
    shape.digestAlgorithm = algorithmIdentifier(kOidOfSha512);
    shape.signatureAlgorithm = algorithmIdentifier(kEd25519);
    shape.attributes = attributesFor(crypto::digest("SHA512", kSignedText));
    shape.sign = [&](const Bytes& attributes) { return signMessage(key.get(), nullptr, attributes); };
    Bytes good = writeSignedData(shape);
    EXPECT_TRUE(Parser(good).verifies({}));
    EXPECT_EQ(*Parser(good).messageDigest(), crypto::digest("SHA512", kSignedText));
    good.back() ^= 1;
    EXPECT_FALSE(Parser(good).verifies({}));
}

TEST(SignedData, FindsItsSignerAmongCertificatesOutsideOfIt) {
    SignedDataShape shape = rsaShape();
    shape.withCertificate = false;
    const Bytes bare = writeSignedData(shape);
    const Bytes digest = crypto::digest("SHA256", kSignedText);
    EXPECT_FALSE(Parser(bare).signer().has_value());
    EXPECT_FALSE(Parser(bare).verifies(digest));
    EXPECT_TRUE(Parser(bare, {TestPki::instance().sealKey().certificate, shape.signer}).verifies(digest));
    EXPECT_FALSE(Parser(bare, {TestPki::instance().sealKey().certificate}).signer().has_value());
}

TEST(SignedData, TellsAMissingContentTypeFromAWrongOne) {
    SignedDataShape shape = rsaShape();
    shape.attributes.erase(shape.attributes.begin());
    const Parser missing(writeSignedData(shape));
    EXPECT_FALSE(missing.hasContentType());
    EXPECT_TRUE(missing.verifies(crypto::digest("SHA256", kSignedText)));
    shape = rsaShape();
    shape.attributes[0] = der::sequence({der::objectIdentifier("1.2.840.113549.1.9.3"), der::setOf({der::objectIdentifier(kOidOfSha256)})});
    EXPECT_TRUE(Parser(writeSignedData(shape)).hasContentType());
    EXPECT_FALSE(Parser(writeSignedData(shape)).contentTypeAgrees());
}

/// SEQUENCE upon SEQUENCE, each of indefinite length.
Bytes nestedDeeply(std::size_t depth) {
    Bytes out;
    for (std::size_t level = 0; level < depth; ++level) {
        out.insert(out.end(), {0x30, 0x80});
    }
    out.insert(out.end(), depth * 2, 0);
    return out;
}

TEST(SignedData, OfHostileShapeIsRefused) {
    const std::vector<Bytes> hostile{{},
                                     {0x30},
                                     {0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF},
                                     {0x30, 0x88, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF},
                                     nestedDeeply(100'000),
                                     Bytes(1 << 20, 0x30)};
    for (const Bytes& bytes : hostile) {
        EXPECT_EQ(codeOf([&] { Parser parser(bytes); }), ErrorCode::malformedCms);
    }
}

}  // namespace
}  // namespace congvu::signing::testing
