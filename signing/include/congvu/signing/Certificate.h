// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/Time.h"

namespace congvu::signing {

/// An X.509 certificate (RFC 5280). Immutable and cheap to copy; safe to use from several threads.
class Certificate {
public:
    /// Throws SigningError(malformedCms) when the bytes are not exactly one certificate.
    static Certificate fromDer(ByteView der);

    /// Reads one PEM certificate. Throws SigningError(malformedCms).
    static Certificate fromPem(std::string_view pem);

    /// Reads every certificate of a PEM text, in order; other blocks are ignored.
    static std::vector<Certificate> allFromPem(std::string_view pem);

    const Bytes& der() const;
    std::string toPem() const;

    /// Common name of the subject, UTF-8; the whole subject when there is no common name.
    std::string commonName() const;
    /// Organization (O) of the subject, UTF-8; empty when absent.
    std::string organization() const;
    /// RFC 2253 text, UTF-8.
    std::string subject() const;
    std::string issuer() const;
    /// Common name of the issuer, UTF-8.
    std::string issuerCommonName() const;
    /// Upper-case hexadecimal.
    std::string serialNumber() const;
    /// SHA-256 over the DER, lower-case hexadecimal.
    std::string fingerprint() const;

    Instant notBefore() const;
    Instant notAfter() const;

    /// True for an issuing certificate (basicConstraints CA).
    bool isAuthority() const;
    /// True when subject and issuer are the same name and the certificate verifies under its own key.
    bool isSelfSigned() const;
    /// True when keyUsage is absent or has digitalSignature or nonRepudiation.
    bool allowsSignatures() const;
    /// True when extendedKeyUsage holds timeStamping.
    bool allowsTimeStamping() const;

    /// True when extendedKeyUsage holds id-kp-OCSPSigning (RFC 6960, 4.2.2.2).
    bool allowsOcspSigning() const;
    /// True when it carries id-pkix-ocsp-nocheck: its own revocation is not asked for (RFC 6960, 4.2.2.2.1).
    bool hasOcspNoCheck() const;
    /// True when `issuer` is named as its issuer, may issue (RFC 5280, 4.2.1.3) and its signature verifies.
    bool isIssuedBy(const Certificate& issuer) const;

    /// http addresses of its OCSP responders (RFC 5280, 4.2.2.1), in order; not more than 8.
    std::vector<std::string> ocspResponders() const;
    /// http addresses of its CRLs (RFC 5280, 4.2.1.13), in order; not more than 8.
    std::vector<std::string> crlDistributionPoints() const;
    /// True when it says, by any scheme, where its revocation can be learned.
    bool namesRevocationSource() const;

    /// "RSA" or "EC"; other keys give their OpenSSL short name.
    std::string keyType() const;
    int keyBits() const;

    friend bool operator==(const Certificate& left, const Certificate& right) { return left.der() == right.der(); }

    struct Native;
    /// For the library's own source files; the type is private to them.
    const Native& native() const { return *native_; }

private:
    explicit Certificate(std::shared_ptr<const Native> native) : native_(std::move(native)) {}
    std::shared_ptr<const Native> native_;
};

}  // namespace congvu::signing
