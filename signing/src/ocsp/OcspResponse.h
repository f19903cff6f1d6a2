// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/ocsp.h>

#include <optional>
#include <string>
#include <vector>

#include "congvu/signing/Certificate.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing::ocsp {

inline constexpr std::size_t kLargestResponse = 256 * 1024;

enum class CertificateState { good, revoked, unknown };

/// What a response says about one certificate (RFC 6960, 4.2.1 SingleResponse).
struct SingleResponse {
    CertificateState state = CertificateState::unknown;
    std::optional<Instant> revokedAt;
    int reason = -1;  ///< CRLReason (RFC 5280, 5.3.1); -1 when not given
    Instant thisUpdate{};
    std::optional<Instant> nextUpdate;
    std::optional<Instant> archiveCutoff;  ///< RFC 6960, 4.4.4
};

/// An OCSP response taken apart (RFC 6960, 4.2). Reading checks the form and nothing of time; `responder` checks who
/// signed. Immutable; safe to use from several threads.
class OcspResponse {
public:
    /// Throws SigningError: revocationInvalid for what is no successful basic response, has trailing bytes, unknown
    /// critical extensions or more than 256 KiB.
    static OcspResponse parse(ByteView der);

    const Bytes& der() const { return der_; }
    Instant producedAt() const;
    const std::vector<Certificate>& certificates() const { return certificates_; }
    /// Value of the nonce extension as it was sent; empty when there is none.
    Bytes nonce() const;

    /// The answer whose CertID names `certificate` under `issuer` (SHA-1, SHA-256, SHA-384 or SHA-512); the newest of several.
    std::optional<SingleResponse> answerFor(const Certificate& certificate, const Certificate& issuer) const;

    /// The certificate whose key signed this response and that may speak for `issuer` (RFC 6960, 4.2.2.2): the issuer
    /// itself, or one that the issuer gave id-kp-OCSPSigning directly. Nothing when there is no such one.
    std::optional<Certificate> responder(const Certificate& issuer) const;

    /// OpenSSL name of the digest under the signature: "SHA256"; empty when unknown.
    std::string signatureDigest() const;

private:
    OcspResponse() = default;
    bool isNamedAsResponder(const Certificate& candidate) const;
    bool isSignedBy(const Certificate& candidate) const;

    std::shared_ptr<OCSP_BASICRESP> basic_;
    Bytes der_;
    std::vector<Certificate> certificates_;
};

}  // namespace congvu::signing::ocsp
