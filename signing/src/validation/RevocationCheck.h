// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cms/Parser.h"
#include "congvu/signing/trust/ChainBuilder.h"
#include "congvu/signing/trust/RevocationAtTime.h"
#include "congvu/signing/validation/Validator.h"
#include "pades/SecurityStore.h"

namespace congvu::signing::validation {

/// The revocation of one certificate of a chain.
struct RevocationLink {
    Certificate certificate;
    RevocationStatus status;
    RevocationStatus ownStatus;  ///< what the document's own data say
    bool isNeeded = false;       ///< without usable data the chain does not pass

    /// The document itself proves that the certificate was good.
    bool isHeld() const { return ownStatus.state == RevocationState::good; }
};

/// Revocation data of the document's DSS and signatures, with what time-stamps prove about it, and of the network when that is allowed.
class RevocationCheck {
public:
    RevocationCheck(const pades::SecurityStore& store, const AlgorithmPolicy& policy, Instant validationTime,
                    const ValidationOptions& options);

    /// Certificates of the DSS.
    const std::vector<Certificate>& certificates() const { return certificates_; }
    bool hasDamagedItems() const { return hasDamagedItems_; }

    /// Data that a signature brought along. They count for its status and not for its level (EN 319 142-1, 6.3 wants them in the DSS).
    void add(const cms::EmbeddedRevocation& revocation);

    /// A document time-stamp of this time covers the file up to `end`: what stands there existed then.
    void prove(std::uint64_t end, Instant time);

    /// Every certificate below the anchor of a trusted chain, the leaf first.
    std::vector<RevocationLink> check(const CertificateChain& chain, Instant at);

private:
    RevocationStatus statusOf(const RevocationData& data, const Certificate& certificate, const Certificate& issuer, Instant at) const;
    void askNetwork(const Certificate& certificate, const Certificate& issuer);

    const AlgorithmPolicy& policy_;
    Instant validationTime_;
    ValidationOptions options_;
    RevocationData own_;                   ///< of the DSS
    RevocationData all_;                   ///< and what signatures and the network gave
    std::vector<std::uint64_t> ocspEnds_;  ///< beside own_.ocspResponses()
    std::vector<std::uint64_t> crlEnds_;   ///< beside own_.crls()
    std::vector<Certificate> certificates_;
    std::vector<Certificate> asked_;
    bool hasDamagedItems_ = false;
    bool hasMore_ = false;  ///< data stand in all_ that are not in own_
};

}  // namespace congvu::signing::validation
