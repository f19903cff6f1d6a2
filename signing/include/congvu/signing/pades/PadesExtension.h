// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/Certificate.h"
#include "congvu/signing/Time.h"
#include "congvu/signing/pdf/DocumentPassword.h"
#include "congvu/signing/trust/RevocationSource.h"
#include "congvu/signing/trust/TrustStore.h"
#include "congvu/signing/tsp/TimeStampClient.h"

namespace congvu::signing {

/// The baseline levels of EN 319 142-1, 6.
enum class SignatureLevel { bB, bT, bLT, bLTA };

/// "B-B", "B-T", "B-LT", "B-LTA".
std::string_view nameOf(SignatureLevel level);
/// Throws SigningError(invalidArgument) for anything else than the four names.
SignatureLevel signatureLevelOf(std::string_view name);

/// Where an extension takes what the document lacks. Null: not available, which is an error only when it is needed.
struct ExtensionSources {
    const TrustStore* trust = nullptr;      ///< its certificates help to build chains; a root need not be known
    std::vector<Certificate> certificates;  ///< more issuers, for example of the signer's PKCS#12 container
    RevocationSource* revocation = nullptr;
    TimeStampSource* timeStamps = nullptr;
    Instant at{};                       ///< now
    DocumentPassword documentPassword;  ///< of an encrypted document
};

/// Raises the signatures of a document to a higher level. Everything is appended; signatures, and the bytes they cover,
/// stay as they are, whatever certification or locks say (ISO 32000-2, 12.8.2.2.2).
/// - B-T: an existing signature cannot get a signature time-stamp without changing its /Contents; a document time-stamp
///   proves its existence instead (EN 319 142-1, 6.3, allows both).
/// - B-LT: certificates, OCSP responses and CRLs for the chains of signers, time-stamps and responders into the DSS,
///   each checked against the time that the signature is proven to have existed (5.4.2).
/// - B-LTA: new data for what is there, the last document time-stamp first of all, then a document time-stamp over
///   everything (5.4.3). Called again, before the last time-stamp ends, it renews the archive (EN 319 102-1, 5.6).
/// May take minutes: never call it on a request's thread.
class PadesExtension {
public:
    /// The bytes to append; empty when the document has this level already (B-LTA always adds a time-stamp).
    /// Throws SigningError: levelNotPossible (no signature, a damaged one), chainIncomplete, revocationUnavailable,
    /// revocationInvalid, certificateRevoked, timeStampUnavailable, timeStampInvalid, and what reading the document throws:
    /// malformedPdf, limitExceeded, encryptedPdf, wrongDocumentPassword, unsupportedEncryption.
    static Bytes extendIncrement(ByteView document, SignatureLevel level, const ExtensionSources& sources);

    /// One document time-stamp over any document, signed or not: the bytes to append. Throws SigningError:
    /// timeStampUnavailable, timeStampInvalid, and what reading the document throws.
    static Bytes timeStampIncrement(ByteView document, TimeStampSource& timeStamps, const DocumentPassword& password = {});

    /// The whole extended document.
    static Bytes extend(ByteView document, SignatureLevel level, const ExtensionSources& sources);
};

}  // namespace congvu::signing
