// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "congvu/signing/Certificate.h"
#include "congvu/signing/trust/AlgorithmPolicy.h"

namespace congvu::signing {

namespace ocsp {
class OcspResponse;
}
namespace crl {
class CertificateRevocationList;
}

/// OCSP responses and CRLs, each with the time at which it is proven to have existed. Parsed once. Cheap to copy.
class RevocationData {
public:
    /// Reads and keeps; false when it cannot be read (then nothing is kept). `provenAt`: from a time-stamp that covers the
    /// data; absent when it is known only at the time of validation.
    bool addOcsp(ByteView der, std::optional<Instant> provenAt = std::nullopt);
    bool addCrl(ByteView der, std::optional<Instant> provenAt = std::nullopt);

    /// A proof of existence for one item; the earliest counts.
    void proveOcsp(std::size_t index, Instant provenAt);
    void proveCrl(std::size_t index, Instant provenAt);

    bool empty() const { return ocsp_.empty() && crls_.empty(); }

    struct OcspItem {
        std::shared_ptr<const ocsp::OcspResponse> response;
        std::optional<Instant> provenAt;
    };
    struct CrlItem {
        std::shared_ptr<const crl::CertificateRevocationList> list;
        std::optional<Instant> provenAt;
    };
    const std::vector<OcspItem>& ocspResponses() const { return ocsp_; }
    const std::vector<CrlItem>& crls() const { return crls_; }

private:
    std::vector<OcspItem> ocsp_;
    std::vector<CrlItem> crls_;
};

enum class RevocationState {
    good,        ///< not revoked at the time; it may have been revoked later
    revoked,     ///< revoked at the time or before
    unknown,     ///< the responder does not know the certificate
    stale,       ///< only data that says nothing about the time
    unproven,    ///< only data of an issuer that has expired, without proof that the data existed before
    unavailable  ///< no usable data
};

std::string_view nameOf(RevocationState state);

/// What the data say about one certificate at one time.
struct RevocationStatus {
    RevocationState state = RevocationState::unavailable;
    std::string source;                    ///< "OCSP" or "CRL"; empty when there is none
    std::optional<Instant> thisUpdate;     ///< of the data that decided
    std::optional<Instant> revokedAt;      ///< also when that was after the time (then the state is good)
    int reason = -1;                       ///< CRLReason (RFC 5280, 5.3.1); -1 when not given
    std::optional<Instant> provenAt;       ///< of the data that decided
    std::shared_ptr<const Bytes> data;     ///< the response or list that decided, DER
    std::optional<Certificate> responder;  ///< who signed the OCSP response, when it was not the issuer
    std::string detail;                    ///< English text for logs: why data could not be used
};

/// Status of certificates at a given time, from given data. thisUpdate, nextUpdate, producedAt and revocationDate are
/// compared with that time and never with a clock. Data counts when
/// - its signature verifies under the issuer, or under a responder that the issuer delegated directly (RFC 6960, 4.2.2.2);
/// - the digest of that signature was reliable when the data is proven to have existed, and the key when it was made;
/// - the issuer's certificate had not expired then (EN 319 102-1, 5.6.2: else it might be forged with an old key);
/// - it is fresh for the time: issued after it, or its nextUpdate lies after it (EN 319 102-1, 5.2.5);
/// - for "good": it was issued before the certificate expired, or says that it knows expired certificates.
/// A revocation is final whatever its source; certificateHold ends with newer data.
class RevocationAtTime {
public:
    RevocationAtTime(const RevocationData& data, const AlgorithmPolicy& policy, Instant validationTime)
        : data_(data), policy_(policy), validationTime_(validationTime) {}

    RevocationStatus check(const Certificate& certificate, const Certificate& issuer, Instant at) const;

private:
    struct Opinion;
    std::optional<Opinion> opinionOf(const RevocationData::OcspItem& item, const Certificate& certificate, const Certificate& issuer) const;
    std::optional<Opinion> opinionOf(const RevocationData::CrlItem& item, const Certificate& certificate, const Certificate& issuer) const;
    std::vector<Opinion> opinions(const Certificate& certificate, const Certificate& issuer) const;
    void judgeSigner(Opinion& opinion, const Certificate& issuer, const std::string& digest, const Certificate& signer) const;
    void judgeResponder(Opinion& opinion, const Certificate& issuer, const Certificate& responder, Instant produced) const;
    bool isRevoked(const Certificate& responder, const Certificate& issuer, Instant at) const;

    const RevocationData& data_;
    const AlgorithmPolicy& policy_;
    Instant validationTime_;
};

}  // namespace congvu::signing
