// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "cms/Parser.h"
#include "congvu/signing/trust/AlgorithmPolicy.h"
#include "congvu/signing/trust/TrustStore.h"
#include "congvu/signing/validation/Report.h"
#include "validation/Coverage.h"

namespace congvu::signing::validation {

/// What the checks of one signature share. Each check adds findings and can only make the verdict worse.
struct SignatureContext {
    const FoundSignature& found;
    const CoveredBytes& covered;
    const TrustStore& trust;
    const AlgorithmPolicy& policy;
    Instant validationTime;
    SignatureReport& report;
    std::optional<cms::Parser> cms;

    void add(std::string_view code, std::string_view detail = {});
    /// Worsens the indication; an earlier, worse or equal one stays.
    void conclude(Indication indication, SubIndication subIndication);
    bool hasFailed() const { return report.indication == Indication::failed; }
};

/// EN 319 102-1, 5.2.2: the format. Fails on every fault of the coverage.
void checkFormat(SignatureContext& context);
/// EN 319 102-1, 5.2.7: digest, signature value and the attributes that PAdES needs (EN 319 142-1, 6.3).
void checkCryptography(SignatureContext& context);
/// RFC 3161: the signature time-stamp, or the document time-stamp's own token.
void checkTimeStamp(SignatureContext& context);
/// RFC 5280, 6: the path to a configured root at the proven time, or at the time of validation.
void checkCertificate(SignatureContext& context);
/// Digest and key against the table of algorithms.
void checkAlgorithms(SignatureContext& context);
/// B-B, B-T, and what the next level lacks (EN 319 142-1, 6.3).
void determineLevel(SignatureContext& context);

}  // namespace congvu::signing::validation
