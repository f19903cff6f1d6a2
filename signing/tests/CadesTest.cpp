// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "cms/Der.h"
#include "cms/Parser.h"
#include "congvu/signing/cades/CadesValidator.h"
#include "crypto/CertificateNative.h"
#include "support/LongTermPki.h"
#include "support/PdfFactory.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

constexpr unsigned int kDetached = CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES;
/// OpenSSL writes its own clock's time as signing-time.
const Instant kAfterSigning = fromIso8601("2027-06-01");

const Bytes& drawing() {
    static const Bytes kContent = [] {
        const auto text = viewOf("AC1032 a drawing, not a PDF");
        return Bytes(text.begin(), text.end());
    }();
    return kContent;
}

crypto::KeyPointer nativeKey(const IssuedKey& key) {
    const auto* position = reinterpret_cast<const unsigned char*>(key.pkcs8.view().data());
    return crypto::KeyPointer(d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(key.pkcs8.size())));
}

/// A signature as OpenSSL makes it; `shape` may change the structure before it is written.
template <typename Change>
Bytes signDetached(const IssuedKey& key, unsigned int flags, Change change) {
    const crypto::BioPointer content = crypto::memoryBio(drawing());
    const bool isBare = (flags & CMS_NOCERTS) != 0;
    const auto chain = crypto::stackOf(isBare ? std::vector<Certificate>() : key.chain);
    const crypto::CmsPointer made(CMS_sign(crypto::x509Of(key.certificate), nativeKey(key).get(), chain.get(), content.get(), flags));
    change(made.get());
    return crypto::toDer(made.get(), i2d_CMS_ContentInfo);
}

Bytes signDetached(const IssuedKey& key = TestPki::instance().chairKey(), unsigned int flags = kDetached) {
    return signDetached(key, flags, [](CMS_ContentInfo*) {});
}

TrustStore cadesTrust() {
    TrustStore store;
    store.addAnchor("government", TestPki::instance().authority().root());
    return store;
}

ValidationReport check(ByteView signature, ByteView content = drawing()) {
    return CadesValidator(cadesTrust()).validate(signature, content, kAfterSigning);
}

void expectRefused(ByteView signature, const std::string& code) {
    const ValidationReport report = check(signature);
    EXPECT_EQ(report.verdict, Verdict::invalid) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains(code)) << report.toText();
    EXPECT_EQ(report.signatures.at(0).integrity, Integrity::broken);
}

/// The same CMS with indefinite lengths (X.690, 8.1.3.6) outside, as streaming programs write it.
Bytes withIndefiniteLengths(const Bytes& der) {
    ByteView rest(der);
    ByteView contentInfo = *cms::der::take(rest, cms::der::kSequence);
    const ByteView type = contentInfo.first(cms::der::firstElementSize(contentInfo));
    ByteView content = contentInfo.subspan(type.size());
    content = *cms::der::take(content, cms::der::kContext0);
    const ByteView signedData = *cms::der::take(content, cms::der::kSequence);
    const Bytes head{0x30, 0x80};
    const Bytes inner{0xA0, 0x80, 0x30, 0x80};
    const Bytes ends(6, 0);
    return cms::der::join({head, type, inner, signedData, ends});
}

Bytes streamed() {
    return withIndefiniteLengths(signDetached());
}

TEST(DetachedSignatures, OverTheirFileAreValidAndTellTheLevel) {
    const auto report = check(signDetached());
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    const SignatureReport& signature = report.signatures.at(0);
    EXPECT_EQ(signature.signer, "Nguyễn Văn Mẫu");
    EXPECT_EQ(signature.level, "B-B");
    EXPECT_THAT(signature.nextLevelLacks, HasSubstr("B-T needs"));
    EXPECT_EQ(signature.world, "government");
    EXPECT_TRUE(signature.claimedTime.has_value());
}

TEST(DetachedSignatures, WithEllipticCurvesAreValid) {
    const auto report = check(signDetached(TestPki::instance().sealKey()));
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_EQ(report.signatures.at(0).algorithm, "ECDSA-SHA256");
}

TEST(DetachedSignatures, WithoutTheSigningCertificateAttributeHaveNoLevel) {
    const auto report = check(signDetached(TestPki::instance().chairKey(), kDetached & ~static_cast<unsigned int>(CMS_CADES)));
    EXPECT_EQ(report.verdict, Verdict::valid);
    EXPECT_EQ(report.signatures.at(0).level, "");
    EXPECT_THAT(noticedIn(report), Contains("signing-certificate-absent"));
}

TEST(DetachedSignatures, WithoutAKnownRootStayOpenButIntact) {
    const auto report = CadesValidator(TrustStore{}).validate(signDetached(), drawing(), kAfterSigning);
    EXPECT_EQ(report.verdict, Verdict::indeterminate);
    EXPECT_EQ(report.signatures.at(0).integrity, Integrity::intact);
}

TEST(DetachedSignatures, InBerWithIndefiniteLengthsAreReadAndTold) {
    const Bytes ber = streamed();
    ASSERT_EQ(ber.at(1), 0x80);
    const auto report = check(ber);
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains("cms-not-der"));
}

TEST(DetachedSignatures, MutatedAnywhereEndInAVerdict) {
    const Bytes good = signDetached();
    std::mt19937 random(20260305);
    for (int round = 0; round < 2000; ++round) {
        Bytes signature = good;
        for (int change = static_cast<int>(random() % 4); change >= 0; --change) {
            signature[random() % signature.size()] = static_cast<std::uint8_t>(random());
        }
        signature.resize(signature.size() - (random() % 4 == 0 ? random() % signature.size() : 0));
        EXPECT_EQ(check(signature, viewOf("another file")).verdict, Verdict::invalid);
    }
}

/// The value of the only signature of a PDF, written anew in its place; /Contents is not covered by the signature.
Bytes withOtherContents(Bytes document, Bytes (*change)(const Bytes&)) {
    const std::string_view all = textOf(document);
    const std::size_t start = all.find("/Contents <") + 11;
    const std::size_t end = all.find('>', start);
    Bytes contents;
    for (std::size_t at = start; at < end; at += 2) {
        contents.push_back(static_cast<std::uint8_t>(std::stoi(std::string(all.substr(at, 2)), nullptr, 16)));
    }
    contents.resize(cms::Parser(contents).size());
    std::string hex = crypto::toHex(change(contents));
    hex.resize(end - start, '0');
    std::copy(hex.begin(), hex.end(), document.begin() + static_cast<std::ptrdiff_t>(start));
    return document;
}

TEST(PdfSignatures, InBerWithIndefiniteLengthsAreReadAndTold) {
    const Bytes document = withOtherContents(signByChair(makePdf()), withIndefiniteLengths);
    const auto report = TestPki::instance().validator().validate(document, TestPki::now());
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    EXPECT_THAT(noticedIn(report), Contains("cms-not-der"));
}

TEST(PdfSignatures, InBerWithJunkInsideAreRefused) {
    const Bytes document = withOtherContents(signByChair(makePdf()), [](const Bytes& der) {
        Bytes ber = withIndefiniteLengths(der);
        ber.insert(ber.end() - 2, {0x04, 0x01, 'x'});
        return ber;
    });
    const auto report = TestPki::instance().validator().validate(document, TestPki::now());
    EXPECT_EQ(report.verdict, Verdict::invalid);
    EXPECT_THAT(noticedIn(report), Contains("cms-unreadable"));
}

TEST(DetachedAttacks, AnotherFileIsAWrongDigest) {
    const Bytes signature = signDetached();
    const auto report = check(signature, viewOf("another file"));
    EXPECT_EQ(report.verdict, Verdict::invalid);
    EXPECT_EQ(report.signatures.at(0).subIndication, SubIndication::hashFailure);
    EXPECT_THAT(noticedIn(report), Contains("digest-mismatch"));
}

TEST(DetachedAttacks, TwoSignerInfosAreRefused) {
    const IssuedKey& second = TestPki::instance().sealKey();
    const crypto::KeyPointer key = nativeKey(second);
    expectRefused(signDetached(TestPki::instance().chairKey(), kDetached | CMS_PARTIAL,
                               [&](CMS_ContentInfo* cms) {
                                   CMS_add1_signer(cms, crypto::x509Of(second.certificate), key.get(), nullptr, kDetached);
                                   const crypto::BioPointer content = crypto::memoryBio(drawing());
                                   CMS_final(cms, content.get(), nullptr, kDetached);
                               }),
                  "several-signer-infos");
}

TEST(DetachedAttacks, ContentOfItsOwnIsRefused) {
    expectRefused(signDetached(TestPki::instance().chairKey(), kDetached & ~static_cast<unsigned int>(CMS_DETACHED)),
                  "content-encapsulated");
}

TEST(DetachedAttacks, BytesAfterTheCmsAreRefused) {
    Bytes signature = signDetached();
    signature.push_back(0);
    expectRefused(signature, "cms-trailing-data");
    Bytes ber = streamed();
    ber.insert(ber.end(), {0x30, 0x00});
    expectRefused(ber, "cms-trailing-data");
}

TEST(DetachedAttacks, JunkInsideIndefiniteLengthsIsRefused) {
    const Bytes good = streamed();
    Bytes withJunk = good;
    withJunk.insert(withJunk.end() - 2, {0x04, 0x04, 'j', 'u', 'n', 'k'});
    expectRefused(withJunk, "cms-unreadable");
    Bytes withoutEnd(good.begin(), good.end() - 2);
    expectRefused(withoutEnd, "cms-unreadable");
    Bytes primitive = good;
    primitive[0] = 0x04;  // an indefinite length is only for constructed elements
    expectRefused(primitive, "cms-unreadable");
    expectRefused(Bytes(100'000, 0x30), "cms-unreadable");
    Bytes nested;
    for (int index = 0; index < 100'000; ++index) {
        nested.insert(nested.end(), {0x30, 0x80});
    }
    expectRefused(nested, "cms-unreadable");
}

TEST(DetachedAttacks, ADigestThatIsNotTheOneOfTheSignatureIsRefused) {
    Bytes signature = signDetached(TestPki::instance().sealKey());
    const Bytes ecdsaSha256{0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02};
    const auto last = std::find_end(signature.begin(), signature.end(), ecdsaSha256.begin(), ecdsaSha256.end());
    ASSERT_NE(last, signature.end());
    *(last + 7) = 0x03;  // ecdsa-with-SHA384
    expectRefused(signature, "digest-and-signature-differ");
}

TEST(DetachedAttacks, AMissingCertificateStaysOpen) {
    const auto report = check(signDetached(TestPki::instance().chairKey(), kDetached | CMS_NOCERTS));
    EXPECT_EQ(report.verdict, Verdict::indeterminate);
    EXPECT_THAT(noticedIn(report), Contains("signer-certificate-missing"));
}

TEST(DetachedAttacks, AnythingElseIsNoSignature) {
    expectRefused({}, "cms-unreadable");
    expectRefused(viewOf("%PDF-1.7"), "cms-unreadable");
    expectRefused(TestPki::instance().chairKey().certificate.der(), "cms-unreadable");
}

/// Time-stamp and revocation inside the signature, at a virtual time.
class DetachedLevels : public ::testing::Test {
protected:
    LongTermPki pki_;
    IssuedKey signer_ = pki_.issueSigner();

    static void addTimeStamp(CMS_ContentInfo* cms, const std::string& url) {
        CMS_SignerInfo* info = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
        const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(info);
        TimeStampClient client(url, std::chrono::seconds{20});
        const Bytes token = client.stamp({ASN1_STRING_get0_data(value), static_cast<std::size_t>(ASN1_STRING_length(value))});
        CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.data(), static_cast<int>(token.size()));
    }

    void addList(CMS_ContentInfo* cms, TestAuthority& authority) {
        const Bytes der = pki_.crl(authority);
        const unsigned char* position = der.data();
        CMS_add0_crl(cms, d2i_X509_CRL(nullptr, &position, static_cast<long>(der.size())));
    }

    SignatureReport checkOffline(ByteView signature) {
        pki_.switchOff();
        auto report = CadesValidator(pki_.trust()).validate(signature, drawing(), pki_.now());
        return report.signatures.at(0);
    }
};

TEST_F(DetachedLevels, ATimeStampAndTheListsOfEveryAuthorityMakeLongTerm) {
    const Bytes signature = signDetached(signer_, kDetached, [&](CMS_ContentInfo* cms) {
        addTimeStamp(cms, pki_.timeStampUrl(1));
        addList(cms, pki_.first());
        addList(cms, pki_.root());
    });
    EXPECT_EQ(cms::Parser(signature).revocation().crls.size(), 2u);
    const SignatureReport report = checkOffline(signature);
    EXPECT_EQ(report.indication, Indication::passed) << nameOf(report.subIndication);
    EXPECT_EQ(report.level, "B-LT") << report.nextLevelLacks;
    EXPECT_EQ(report.provenTime, pki_.now());
}

/// The CMS with these OCSP responses in SignedData.crls, as RFC 5940 has them; it holds no CRLs yet.
Bytes withOcspResponses(const Bytes& der, const std::vector<Bytes>& responses) {
    namespace asn1 = cms::der;
    ByteView rest(der);
    ByteView contentInfo = *asn1::take(rest, asn1::kSequence);
    const ByteView type = contentInfo.first(asn1::firstElementSize(contentInfo));
    contentInfo = contentInfo.subspan(type.size());
    ByteView content = *asn1::take(contentInfo, asn1::kContext0);
    ByteView signedData = *asn1::take(content, asn1::kSequence);
    const auto next = [&signedData] {
        const ByteView element = signedData.first(asn1::firstElementSize(signedData));
        signedData = signedData.subspan(element.size());
        return element;
    };
    const ByteView version = next();
    const ByteView digests = next();
    const ByteView encapsulated = next();
    const ByteView certificates = next();
    Bytes list;
    for (const Bytes& response : responses) {
        const Bytes other = asn1::element(asn1::kContext1, asn1::join({asn1::objectIdentifier("1.3.6.1.5.5.7.16.2"), response}));
        list.insert(list.end(), other.begin(), other.end());
    }
    const Bytes made = asn1::sequence({version, digests, encapsulated, certificates, asn1::element(asn1::kContext1, list), signedData});
    return asn1::sequence({type, asn1::element(asn1::kContext0, made)});
}

TEST_F(DetachedLevels, ATimeStampAndOcspResponsesMakeLongTerm) {
    const Bytes stamped = signDetached(signer_, kDetached, [&](CMS_ContentInfo* cms) { addTimeStamp(cms, pki_.timeStampUrl(1)); });
    const Bytes signature = withOcspResponses(
        stamped, {pki_.ocspResponse(pki_.first(), signer_.certificate), pki_.ocspResponse(pki_.root(), pki_.first().certificate()),
                  pki_.ocspResponse(pki_.first(), pki_.stamper(1).certificate)});
    EXPECT_EQ(cms::Parser(signature).revocation().ocspResponses.size(), 3u);
    const SignatureReport report = checkOffline(signature);
    EXPECT_EQ(report.indication, Indication::passed) << nameOf(report.subIndication);
    EXPECT_EQ(report.level, "B-LT") << report.nextLevelLacks;
}

TEST_F(DetachedLevels, WithoutRevocationDataStayOpen) {
    const Bytes signature = signDetached(signer_, kDetached, [&](CMS_ContentInfo* cms) { addTimeStamp(cms, pki_.timeStampUrl(1)); });
    const SignatureReport report = checkOffline(signature);
    EXPECT_EQ(report.indication, Indication::indeterminate);
    EXPECT_EQ(report.subIndication, SubIndication::tryLater);
    EXPECT_EQ(report.level, "B-T");
}

TEST_F(DetachedLevels, ARevocationBeforeTheProvenTimeIsFound) {
    pki_.revoke(pki_.first(), signer_.certificate, pki_.now() - std::chrono::days{1});
    const Bytes signature = signDetached(signer_, kDetached, [&](CMS_ContentInfo* cms) {
        addTimeStamp(cms, pki_.timeStampUrl(1));
        addList(cms, pki_.first());
        addList(cms, pki_.root());
    });
    const SignatureReport report = checkOffline(signature);
    EXPECT_EQ(report.subIndication, SubIndication::revokedNoProofOfExistence);
}

}  // namespace
}  // namespace congvu::signing::testing
