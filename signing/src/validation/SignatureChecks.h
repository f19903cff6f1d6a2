// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "cms/Parser.h"
#include "congvu/signing/trust/AlgorithmPolicy.h"
#include "congvu/signing/trust/TrustStore.h"
#include "congvu/signing/validation/Report.h"
#include "tsp/TimeStampToken.h"
#include "validation/Coverage.h"
#include "validation/RevocationCheck.h"

namespace congvu::signing::validation {

/// A time at which something is proven to have existed.
struct TimeProof {
    Instant time{};
    bool isProvisional = false;  ///< the revocation of its time-stamp server could not be checked
    Instant ends{};              ///< when the time-stamp can no longer be checked
};

/// What the checks of one signature share. Each check adds findings and can only make the verdict worse.
struct SignatureContext {
    const FoundSignature& found;
    const CoveredBytes& covered;
    const TrustStore& trust;
    const AlgorithmPolicy& policy;
    Instant validationTime;
    SignatureReport& report;
    RevocationCheck& revocation;
    const pdf::Reader* reader = nullptr;  ///< of the PDF around the signature; null for a signature beside its file
    std::optional<cms::Parser> cms{};
    std::optional<TimeProof> documentProof{};      ///< from the document time-stamps over this signature
    std::optional<TimeProof> proof{};              ///< of the signature itself, from any time-stamp
    std::vector<RevocationLink> links{};           ///< of the signer's chain
    std::vector<RevocationLink> timeStampLinks{};  ///< of the chain of the signature time-stamp
    std::optional<Instant> renewBefore{};          ///< end of the last document time-stamp over this signature
    std::optional<Certificate> signer{};
    std::vector<Certificate> certificates{};  ///< that came with the signature
    std::string digestAlgorithm{};            ///< OpenSSL name; empty when unknown

    /// The time at which a time-stamp inside this signature must still be good: the next document time-stamp proves that
    /// it existed; without one that is now (EN 319 102-1, 5.6.2.3).
    Instant controlTime() const { return documentProof ? documentProof->time : validationTime; }
    /// Certificates that may stand in chains: those of the CMS and those of the DSS.
    std::vector<Certificate> helpers(const std::vector<Certificate>& own) const;

    void add(std::string_view code, std::string_view detail = {});
    /// Worsens the indication; an earlier, worse or equal one stays.
    void conclude(Indication indication, SubIndication subIndication);
    bool hasFailed() const { return report.indication == Indication::failed; }
};

/// The verdict that one signature alone would give.
Verdict verdictOf(Indication indication);

/// Takes a CMS for this signature: signer, certificates, digest, and what the report tells about them. Adds a finding and
/// fails when it cannot be read.
void readCms(SignatureContext& context, ByteView bytes);
/// What was read goes into the context and the report.
void describeCms(SignatureContext& context);
/// Exactly one SignerInfo; detached, except where the kind of signature carries its content (ISO 32000-2, 12.8.3).
void checkStructure(SignatureContext& context);
/// Who signed, by the context's signer.
void describeSigner(SignatureContext& context);
/// EN 319 102-1, 5.2.2: the format. Fails on every fault of the coverage.
void checkFormat(SignatureContext& context);
/// EN 319 102-1, 5.2.7: digest, signature value and the attributes that PAdES needs (EN 319 142-1, 6.3).
void checkCryptography(SignatureContext& context);
/// EN 319 102-1, 5.4: the signature time-stamp, or the document time-stamp's own token, at the control time. Sets `proof`.
void checkTimeStamp(SignatureContext& context);
/// RFC 5280, 6, and EN 319 102-1, 5.2.6: the path to a configured root, and the revocation of its certificates, at the
/// proven time, or at the time of validation.
void checkCertificate(SignatureContext& context);
/// Digest and key against the table of algorithms.
void checkAlgorithms(SignatureContext& context);
/// B-B to B-LTA, and what the next level lacks (EN 319 142-1, 6.3).
void determineLevel(SignatureContext& context);

}  // namespace congvu::signing::validation
