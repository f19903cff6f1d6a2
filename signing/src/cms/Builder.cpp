// SPDX-License-Identifier: Apache-2.0
#include "cms/Builder.h"

#include "cms/Der.h"
#include "crypto/CertificateNative.h"

namespace congvu::signing::cms {
namespace {

constexpr const char* kData = "1.2.840.113549.1.7.1";
constexpr const char* kSignedData = "1.2.840.113549.1.7.2";
constexpr const char* kContentType = "1.2.840.113549.1.9.3";
constexpr const char* kMessageDigest = "1.2.840.113549.1.9.4";
constexpr const char* kSigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
constexpr const char* kSignatureTimeStamp = "1.2.840.113549.1.9.16.2.14";

constexpr std::uint8_t kContext0 = 0xA0;
constexpr std::uint8_t kContext1 = 0xA1;
constexpr std::uint8_t kDirectoryName = 0xA4;

Bytes attribute(const char* type, const Bytes& value) {
    return der::sequence({der::objectIdentifier(type), der::setOf({value})});
}

Bytes issuerName(const Certificate& certificate) {
    return crypto::toDer(X509_get_issuer_name(crypto::x509Of(certificate)), i2d_X509_NAME);
}

Bytes serialNumber(const Certificate& certificate) {
    return crypto::toDer(X509_get0_serialNumber(crypto::x509Of(certificate)), i2d_ASN1_INTEGER);
}

const char* digestIdentifier(SignatureAlgorithm algorithm) {
    const auto name = digestNameOf(algorithm);
    if (name == "SHA384") {
        return "2.16.840.1.101.3.4.2.2";
    }
    return name == "SHA512" ? "2.16.840.1.101.3.4.2.3" : "2.16.840.1.101.3.4.2.1";
}

/// RFC 5754: the parameters of SHA-2 digests are absent.
Bytes digestAlgorithm(SignatureAlgorithm algorithm) {
    return der::sequence({der::objectIdentifier(digestIdentifier(algorithm))});
}

Bytes signatureAlgorithm(SignatureAlgorithm algorithm) {
    switch (algorithm) {
        case SignatureAlgorithm::rsaPkcs1Sha256:
            return der::sequence({der::objectIdentifier("1.2.840.113549.1.1.11"), der::null()});
        case SignatureAlgorithm::rsaPkcs1Sha384:
            return der::sequence({der::objectIdentifier("1.2.840.113549.1.1.12"), der::null()});
        case SignatureAlgorithm::rsaPkcs1Sha512:
            return der::sequence({der::objectIdentifier("1.2.840.113549.1.1.13"), der::null()});
        case SignatureAlgorithm::rsaPssSha256:
            return der::sequence({der::objectIdentifier("1.2.840.113549.1.1.10"), rsaPssParameters()});
        case SignatureAlgorithm::ecdsaSha256:
            return der::sequence({der::objectIdentifier("1.2.840.10045.4.3.2")});
        case SignatureAlgorithm::ecdsaSha384:
            return der::sequence({der::objectIdentifier("1.2.840.10045.4.3.3")});
        case SignatureAlgorithm::ecdsaSha512:
            return der::sequence({der::objectIdentifier("1.2.840.10045.4.3.4")});
    }
    throw SigningError(ErrorCode::invalidArgument, "unknown signature algorithm");
}

/// ESSCertIDv2 (RFC 5035, 4): the hash algorithm is left out because SHA-256 is its default.
Bytes signingCertificate(const Certificate& signer) {
    const Bytes hash = der::octetString(crypto::digest("SHA256", signer.der()));
    const Bytes names = der::sequence({der::element(kDirectoryName, issuerName(signer))});
    const Bytes issuerSerial = der::sequence({names, serialNumber(signer)});
    return der::sequence({der::sequence({der::sequence({hash, issuerSerial})})});
}

Bytes certificateSet(const SignedDataParts& parts) {
    Bytes all = parts.signer.der();
    for (const Certificate& certificate : parts.chain) {
        all.insert(all.end(), certificate.der().begin(), certificate.der().end());
    }
    return der::element(kContext0, all);
}

Bytes signerInfo(const SignedDataParts& parts) {
    // RFC 5652, 5.4: what is hashed is the SET OF; what is stored carries the tag [0] instead.
    Bytes attributes(parts.signedAttributes.begin(), parts.signedAttributes.end());
    attributes[0] = kContext0;
    const Bytes issuerAndSerial = der::sequence({issuerName(parts.signer), serialNumber(parts.signer)});
    Bytes unsignedAttributes;
    if (!parts.timeStampToken.empty()) {
        const Bytes token(parts.timeStampToken.begin(), parts.timeStampToken.end());
        unsignedAttributes = der::element(kContext1, attribute(kSignatureTimeStamp, token));
    }
    return der::sequence({der::integer(1), issuerAndSerial, digestAlgorithm(parts.algorithm), attributes,
                          signatureAlgorithm(parts.algorithm), der::octetString(parts.signatureValue), unsignedAttributes});
}

}  // namespace

Bytes rsaPssParameters() {
    const Bytes sha256 = der::sequence({der::objectIdentifier("2.16.840.1.101.3.4.2.1"), der::null()});
    const Bytes mgf1 = der::sequence({der::objectIdentifier("1.2.840.113549.1.1.8"), sha256});
    return der::sequence({der::element(kContext0, sha256), der::element(kContext1, mgf1), der::element(0xA2, der::integer(32))});
}

Bytes signedAttributes(const Certificate& signer, ByteView documentDigest) {
    return der::setOf({attribute(kContentType, der::objectIdentifier(kData)), attribute(kMessageDigest, der::octetString(documentDigest)),
                       attribute(kSigningCertificateV2, signingCertificate(signer))});
}

Bytes buildSignedData(const SignedDataParts& parts) {
    const Bytes content = der::sequence({der::objectIdentifier(kData)});
    const Bytes signedData = der::sequence(
        {der::integer(1), der::setOf({digestAlgorithm(parts.algorithm)}), content, certificateSet(parts), der::setOf({signerInfo(parts)})});
    return der::sequence({der::objectIdentifier(kSignedData), der::element(kContext0, signedData)});
}

}  // namespace congvu::signing::cms
