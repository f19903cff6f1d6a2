// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "congvu/signing/pades/PadesExtension.h"
#include "congvu/signing/trust/RevocationAtTime.h"
#include "pades/SecurityStore.h"

namespace congvu::signing::pades {

enum class Renewal { whenNeeded, always };

/// Collects what validates a certificate at a given time: its chain as far as it is known, and for each link an OCSP
/// response or a CRL. What the document holds already is used first.
class ValidationDataCollector {
public:
    ValidationDataCollector(const SecurityStore& store, const ExtensionSources& sources);

    /// Certificates that may stand in chains.
    void addHelpers(const std::vector<Certificate>& certificates);

    /// `at`: the time at which the certificate must have been good. Throws SigningError: chainIncomplete,
    /// revocationUnavailable, revocationInvalid, certificateRevoked.
    ValidationData collect(const Certificate& leaf, Instant at, Renewal renewal);

private:
    std::vector<Certificate> pathOf(const Certificate& leaf) const;
    bool isAnchor(const Certificate& certificate) const;
    void collectLink(const Certificate& certificate, const std::optional<Certificate>& issuer, Instant at, Renewal renewal,
                     ValidationData& out);
    void collectResponder(const Certificate& responder, const Certificate& issuer, ValidationData& out);
    std::optional<RevocationAnswer> ask(const Certificate& certificate, const std::optional<Certificate>& issuer, bool isNeeded);

    const ExtensionSources& sources_;
    AlgorithmPolicy policy_ = AlgorithmPolicy::standard();
    RevocationData known_;
    std::vector<Certificate> helpers_;
};

}  // namespace congvu::signing::pades
