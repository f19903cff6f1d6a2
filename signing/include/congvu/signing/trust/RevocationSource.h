// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "congvu/signing/Certificate.h"
#include "congvu/signing/crl/CrlClient.h"
#include "congvu/signing/ocsp/OcspClient.h"

namespace congvu::signing {

/// What was learned about one certificate; DER.
struct RevocationAnswer {
    std::vector<Bytes> ocspResponses;
    std::vector<Bytes> crls;
};

/// Where new revocation data comes from.
class RevocationSource {
public:
    virtual ~RevocationSource() = default;

    /// `issuer` may be absent when only a root that is not at hand issued the certificate: then only CRLs can be had.
    /// Throws SigningError(revocationUnavailable) when nothing can be had. May take long: never on a request's thread.
    virtual RevocationAnswer ask(const Certificate& certificate, const std::optional<Certificate>& issuer, Instant now) = 0;
};

/// The responders and distribution points that certificates name: OCSP first, the CRL when no responder gives an answer.
/// Ask only about certificates of a trusted chain: their addresses are visited.
class OnlineRevocation : public RevocationSource {
public:
    OnlineRevocation(Fetcher& fetcher, CrlCache& cache) : ocsp_(fetcher), crls_(fetcher, cache) {}

    RevocationAnswer ask(const Certificate& certificate, const std::optional<Certificate>& issuer, Instant now) override;

private:
    OcspClient ocsp_;
    CrlClient crls_;
};

}  // namespace congvu::signing
