// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/x509v3.h>

#include <optional>
#include <string>

#include "congvu/signing/Certificate.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing::crl {

inline constexpr std::size_t kLargestList = 16u << 20;

/// One revoked certificate (RFC 5280, 5.1.2.6 and 5.3).
struct RevokedEntry {
    Instant revokedAt{};
    int reason = -1;  ///< CRLReason (5.3.1); -1 when not given
};

/// A certificate revocation list taken apart (RFC 5280, 5). Reading checks the form and nothing of time. Immutable; safe
/// to use from several threads.
class CertificateRevocationList {
public:
    /// Throws SigningError(revocationInvalid): no CRL, trailing bytes, more than 16 MiB, an indirect list, a delta list, a
    /// list of only some reasons, an unknown critical extension.
    static CertificateRevocationList parse(ByteView der);

    const Bytes& der() const { return der_; }
    Instant thisUpdate() const;
    std::optional<Instant> nextUpdate() const;
    /// expiredCertsOnCRL (X.509, 9.5.2.8): expired certificates stay on the list when they expired after this time.
    const std::optional<Instant>& expiredCertificatesSince() const { return expiredCertificatesSince_; }

    /// True when the list names `issuer` as its issuer, may be signed by it (cRLSign) and verifies under its key.
    bool isIssuedBy(const Certificate& issuer) const;
    /// True when the issuer's name is that of the certificate's issuer.
    bool namesIssuerOf(const Certificate& certificate) const;
    /// True when the certificate lies in the scope of the list (RFC 5280, 6.3.3 b: issuing distribution point).
    bool covers(const Certificate& certificate) const;
    /// The certificate's entry by its serial number; nothing when it is not listed.
    std::optional<RevokedEntry> entryFor(const Certificate& certificate) const;

    /// OpenSSL name of the digest under the signature: "SHA256"; empty when unknown.
    std::string signatureDigest() const;

private:
    using DistributionPoint = std::shared_ptr<const ISSUING_DIST_POINT>;
    CertificateRevocationList() = default;
    bool matchesDistributionPoint(const Certificate& certificate) const;

    std::shared_ptr<X509_CRL> list_;
    DistributionPoint scope_;
    std::optional<Instant> expiredCertificatesSince_;
    Bytes der_;
};

}  // namespace congvu::signing::crl
