// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/Certificate.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing::cms {

/// What the signing-certificate attribute (RFC 5035) says about the certificate that is used.
enum class SigningCertificateState { absent, matches, differs };

/// Revocation data that a signature carries, DER.
struct EmbeddedRevocation {
    std::vector<Bytes> crls;
    std::vector<Bytes> ocspResponses;
};

/// A CMS SignedData taken apart (RFC 5652). Reading never judges: the checks do.
class Parser {
public:
    /// Reads the first element of `bytes`; what follows is left to the caller. The signer's certificate may be one of
    /// `others` when the CMS itself does not hold it (RFC 5652, 10.2.3). Throws SigningError(malformedCms).
    explicit Parser(ByteView bytes, const std::vector<Certificate>& others = {});

    /// The bare PKCS#1 signature of SubFilter adbe.x509.rsa_sha1 (ISO 32000-1, 12.8.3.2): an OCTET STRING, whose certificates,
    /// the signer's first, stand outside of it. Throws SigningError(malformedCms).
    static Parser ofRsaSignature(ByteView contents, const std::vector<Bytes>& certificates);

    /// Length of the element.
    std::size_t size() const { return size_; }
    /// False for BER with an indefinite length, which RFC 5652 permits and ISO 32000-2, 12.8.3.3 does not.
    bool hasDefiniteLength() const { return hasDefiniteLength_; }
    /// Of the field crls (RFC 5652, 10.2.1; OCSP responses as in RFC 5940).
    EmbeddedRevocation revocation() const;
    /// Of the signed attribute adbe-revocationInfoArchival (ISO 32000-1, 12.8.3.3.2).
    EmbeddedRevocation archivedRevocation() const;
    std::size_t signerInfoCount() const { return signerInfoCount_; }
    /// Every further SignerInfo is of the first one's signer, and right as well: some signers write themselves twice.
    /// `digestOf`: gives the digest of the content by an OpenSSL name.
    bool furtherSignerInfosAgree(const std::function<Bytes(const std::string&)>& digestOf) const;
    const std::optional<Bytes>& encapsulatedContent() const { return encapsulatedContent_; }
    const std::string& encapsulatedContentType() const { return encapsulatedContentType_; }
    const std::vector<Certificate>& certificates() const { return certificates_; }
    const std::optional<Certificate>& signer() const { return signer_; }

    /// OpenSSL name: "SHA256"; empty when unknown.
    const std::string& digestAlgorithm() const { return digestAlgorithm_; }
    /// For people: "RSA-SHA256", "RSA-PSS-SHA256", "ECDSA-SHA384".
    std::string algorithmName() const;
    /// The digest that the signature algorithm implies differs from the SignerInfo's digest.
    bool algorithmsDisagree() const { return algorithmsDisagree_; }

    bool hasSignedAttributes() const { return hasSignedAttributes_; }
    /// Value of the one message-digest attribute.
    const std::optional<Bytes>& messageDigest() const { return messageDigest_; }
    bool hasContentType() const { return hasContentType_; }
    bool contentTypeAgrees() const { return contentTypeAgrees_; }
    const std::optional<Instant>& signingTime() const { return signingTime_; }
    SigningCertificateState signingCertificate() const { return signingCertificate_; }
    /// DER of the first signature time-stamp token (RFC 3161, appendix A).
    const std::optional<Bytes>& timeStampToken() const { return timeStampToken_; }
    const Bytes& signatureValue() const { return signatureValue_; }

    /// True when the signature value is right under the signer's certificate: over the signed attributes, or over
    /// `contentDigest` when there are none.
    bool verifies(const Bytes& contentDigest) const;

private:
    Parser() = default;
    void readContent();
    void readCertificates(const std::vector<Certificate>& others);
    void readAlgorithms();
    void readSignedAttributes();
    void readSigningCertificate();
    void readUnsignedAttributes();
    void readDigestOfRsa();
    bool verifiesWithoutAttributes(const Bytes& contentDigest) const;
    bool verifiesOverAttributes() const;
    bool usesPadding(EVP_PKEY_CTX* context) const;
    Bytes signedAttributesDer() const;

    crypto::CmsPointer cms_;
    CMS_SignerInfo* signerInfo_ = nullptr;
    std::size_t size_ = 0;
    bool hasDefiniteLength_ = true;
    std::size_t signerInfoCount_ = 0;
    std::optional<Bytes> encapsulatedContent_;
    std::string encapsulatedContentType_;
    std::vector<Certificate> certificates_;
    std::optional<Certificate> signer_;
    std::string digestAlgorithm_;
    bool algorithmsDisagree_ = false;
    bool isPss_ = false;
    bool hasSignedAttributes_ = false;
    std::optional<Bytes> messageDigest_;
    bool hasContentType_ = false;
    bool contentTypeAgrees_ = false;
    std::optional<Instant> signingTime_;
    SigningCertificateState signingCertificate_ = SigningCertificateState::absent;
    std::optional<Bytes> timeStampToken_;
    Bytes signatureValue_;
};

}  // namespace congvu::signing::cms
