// SPDX-License-Identifier: Apache-2.0
// Revocation data in the signed attribute adbe-revocationInfoArchival (ISO 32000-1, 12.8.3.3.2), as older signers wrote it.
#include <gmock/gmock.h>
#include <openssl/cms.h>

#include <algorithm>

#include "cms/Der.h"
#include "crypto/CertificateNative.h"
#include "crypto/OpenSsl.h"
#include "support/LongTermFixture.h"

namespace congvu::signing::testing {
namespace {

using cms::der::element;
using cms::der::sequence;

Bytes archiveOf(const std::vector<Bytes>& crls, const std::vector<Bytes>& responses) {
    const auto field = [](std::uint8_t tag, const std::vector<Bytes>& members) {
        Bytes list;
        for (const Bytes& member : members) {
            list.insert(list.end(), member.begin(), member.end());
        }
        return members.empty() ? Bytes{} : element(tag, element(cms::der::kSequence, list));
    };
    return sequence({field(cms::der::kContext0, crls), field(cms::der::kContext1, responses)});
}

Bytes cmsWithArchive(const Bytes& content, const IssuedKey& key, const Bytes& archive) {
    constexpr unsigned int kFlags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL;
    const auto* position = reinterpret_cast<const unsigned char*>(key.pkcs8.view().data());
    const crypto::KeyPointer native(d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(key.pkcs8.size())));
    const crypto::CmsPointer cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags));
    CMS_SignerInfo* signer = CMS_add1_signer(cms.get(), crypto::x509Of(key.certificate), native.get(), EVP_sha256(), kFlags | CMS_CADES);
    for (const Certificate& issuer : key.chain) {
        CMS_add1_cert(cms.get(), crypto::x509Of(issuer));
    }
    CMS_signed_add1_attr_by_txt(signer, "1.2.840.113583.1.1.8", V_ASN1_SEQUENCE, archive.data(), static_cast<int>(archive.size()));
    const crypto::BioPointer bio = crypto::memoryBio(content);
    CMS_final(cms.get(), bio.get(), nullptr, kFlags);
    return crypto::toDer(cms.get(), i2d_CMS_ContentInfo);
}

class ArchivedRevocation : public LongTerm {
protected:
    Bytes signWithArchive(const Bytes& archive) {
        const Bytes document = makePdf();
        SignatureRequest request;
        request.signingTime = pki_.now();
        const auto signer = key_.signer();
        const auto prepared = PadesSignature::prepare(document, request, {signer->certificate(), signer->chain(), signer->algorithm()});
        Bytes whole = PadesSignature::join(document, prepared.increment);
        const auto start = whole.begin() + static_cast<std::ptrdiff_t>(document.size() + prepared.holeOffset);
        Bytes content(whole.begin(), start);
        content.insert(content.end(), start + static_cast<std::ptrdiff_t>(prepared.holeLength), whole.end());
        const std::string hex = crypto::toUpperHex(cmsWithArchive(content, key_, archive));
        EXPECT_LT(hex.size() + 2, prepared.holeLength);
        std::copy(hex.begin(), hex.end(), start + 1);
        return whole;
    }
    Bytes responseFor(const Certificate& certificate, TestAuthority& issuer) { return pki_.ocspResponse(issuer, certificate); }
};

TEST_F(ArchivedRevocation, AnswersOfflineAndDoesNotRaiseTheLevel) {
    pki_.clock += 60;
    const Bytes document = signWithArchive(archiveOf(
        {pki_.crl(pki_.root())}, {responseFor(key_.certificate, pki_.first()), responseFor(pki_.first().certificate(), pki_.root())}));
    pki_.switchOff();
    const auto report = validate(document);
    EXPECT_EQ(report.verdict, Verdict::valid) << report.toText();
    ASSERT_FALSE(report.signatures.at(0).revocations.empty());
    EXPECT_EQ(report.signatures.at(0).revocations.front().state, "good");
    EXPECT_FALSE(report.signatures.at(0).revocations.front().isFromDocument);
    EXPECT_EQ(validate(signWithArchive(archiveOf({}, {}))).verdict, Verdict::indeterminate);
}

TEST_F(ArchivedRevocation, TellsThatTheSignerWasRevoked) {
    pki_.revoke(pki_.first(), key_.certificate, pki_.now() - std::chrono::days{1}, 1);
    const Bytes document = signWithArchive(archiveOf({}, {responseFor(key_.certificate, pki_.first())}));
    pki_.switchOff();
    expectOpen(document, SubIndication::revokedNoProofOfExistence);
}

TEST_F(ArchivedRevocation, OfAStrangerOrDamagedProvesNothing) {
    const Bytes foreign = responseFor(key_.certificate, pki_.root());
    EXPECT_EQ(validate(signWithArchive(archiveOf({}, {foreign}))).verdict, Verdict::indeterminate);
    EXPECT_EQ(validate(signWithArchive({0x30, 0x03, 0xA1, 0x01, 0x30})).verdict, Verdict::indeterminate);
    EXPECT_EQ(validate(signWithArchive(archiveOf({{0x30, 0x00}}, {{0x30, 0x00}}))).signatures.at(0).integrity, Integrity::intact);
}

}  // namespace
}  // namespace congvu::signing::testing
