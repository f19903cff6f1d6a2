// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/Certificate.h"
#include "congvu/signing/Time.h"

namespace congvu::signing {

/// ETSI EN 319 102-1, 5.1.3: TOTAL-PASSED, INDETERMINATE, TOTAL-FAILED.
enum class Indication { passed, indeterminate, failed };

/// The sub-indications of EN 319 102-1, tables 5 and 6, that this library gives.
enum class SubIndication {
    none,
    formatFailure,
    hashFailure,
    sigCryptoFailure,
    sigConstraintsFailure,
    chainConstraintsFailure,
    noCertificateChainFound,
    noSigningCertificateFound,
    signedDataNotFound,
    expired,
    notYetValid,
    outOfBoundsNoProofOfExistence,
    cryptoConstraintsFailureNoProofOfExistence,
    revokedNoProofOfExistence,
    revokedAuthorityNoProofOfExistence,
    noProofOfExistence,
    certificateChainGeneralFailure,
    tryLater,
    generic
};

/// Whether the signed bytes and what is shown now agree; does not depend on trust.
enum class Integrity {
    intact,    ///< digest right, later changes lawful
    modified,  ///< the signature is right for its revision, but something forbidden was changed afterwards
    broken     ///< the digest or the signature value is wrong, or it cannot be read
};

enum class Severity { information, warning, error };

/// One thing that was noticed.
struct Finding {
    std::string code;  ///< stable, kebab-case: "byte-range-gap", "page-content-changed"
    Severity severity = Severity::information;
    std::string vietnamese;
    std::string english;
};

/// One change between two revisions.
struct Change {
    std::size_t revision = 0;  ///< the revision that brought it, counted from 1 (1 = first signed revision)
    std::string kind;          ///< stable, kebab-case: "signature-added", "form-field-filled", "page-content-changed"
    bool allowed = false;
    std::string object;  ///< "12 0" or a field's name
    std::string vietnamese;
    std::string english;
};

/// What was learned about the revocation of one certificate of the signer's chain.
struct RevocationFact {
    std::string certificate;            ///< common name
    std::string state;                  ///< "good", "revoked", "unknown", "stale", "unproven", "unavailable"
    std::string source;                 ///< "OCSP" or "CRL"; empty when there is none
    std::optional<Instant> thisUpdate;  ///< of the data that decided
    std::optional<Instant> revokedAt;   ///< also when that was after the proven time
    bool isFromDocument = false;        ///< the data stands where level B-LT wants it
};

/// The bytes behind a signature, for reports that carry them.
struct SignatureEvidence {
    Bytes signatureValue;
    std::string digestAlgorithm;     ///< OpenSSL name: "SHA256"
    Bytes documentDigest;            ///< of the signed bytes, when the signature's own digest agrees with them
    std::vector<Certificate> chain;  ///< the signer first; the anchor last when a path was found
    bool endsAtAnchor = false;
    Bytes timeStampToken;                  ///< of the signature time-stamp, DER
    std::optional<Instant> timeStampTime;  ///< what that token says, trusted or not
};

/// Everything known about one signature.
struct SignatureReport {
    std::string field;
    std::string signer;  ///< common name; empty when no certificate could be read
    std::string signerOrganization;
    std::string issuer;
    std::string serialNumber;
    std::string certificateFingerprint;
    std::string subFilter;
    std::string algorithm;               ///< "RSA-SHA256"
    std::optional<Instant> claimedTime;  ///< /M or signing-time: what the signer says
    std::optional<Instant> provenTime;   ///< from a time-stamp whose chain is trusted
    std::optional<Instant> certificateNotBefore;
    std::optional<Instant> certificateNotAfter;
    std::string level;                     ///< "B-B", "B-T", "B-LT", "B-LTA"; empty when below
    std::string nextLevelLacks;            ///< English; why the next level is not reached
    std::string nextLevelLacksVietnamese;  ///< the same in Vietnamese
    /// Until when the last document time-stamp over it can be checked: the archive must be renewed before (B-LTA only).
    std::optional<Instant> renewBefore;
    std::vector<RevocationFact> revocations;  ///< the signer's certificate first
    std::string world;                        ///< tree of the anchor the chain ends at
    bool isDocumentTimeStamp = false;
    int certificationLevel = 0;       ///< DocMDP P, 0 when not a certification
    bool coversWholeFile = false;     ///< nothing but white space follows what is signed
    std::uint64_t coveredLength = 0;  ///< end of the signed revision in bytes
    std::size_t revision = 0;         ///< counted from 1
    std::size_t page = 0;             ///< page of a visible signature, from 1; 0 invisible
    Integrity integrity = Integrity::broken;
    Indication indication = Indication::failed;
    SubIndication subIndication = SubIndication::none;
    std::vector<Finding> findings;
    SignatureEvidence evidence;
};

enum class Verdict { valid, indeterminate, invalid, unsignedDocument, unreadable };

/// Which process of EN 319 102-1 was run: for basic signatures (5.3), for signatures with time and long-term data (5.5), for
/// signatures with archival data (5.6).
enum class ValidationProcess { basic, longTerm, archival };

/// The result for one document.
struct ValidationReport {
    Verdict verdict = Verdict::unreadable;
    std::string format = "PDF";  ///< "PDF", "CMS" or "edXML"
    ValidationProcess process = ValidationProcess::archival;
    std::optional<Instant> validatedAt;       ///< the time of validation
    std::vector<SignatureReport> signatures;  ///< in the order of signing
    std::vector<Change> changes;
    std::vector<Finding> findings;  ///< about the file as a whole

    /// One JSON object on one line, as `congvu-sign verify --json` prints it.
    std::string toJson(std::string_view fileName = {}) const;
    /// The validation report of ETSI TS 119 102-2 V1.4.1 (XML, namespace http://uri.etsi.org/19102/v1.4.1#). Findings stand in
    /// AdditionalValidationReportData. Throws SigningError(invalidArgument) when there is no signature: the format has no
    /// report without one.
    std::string toXml() const;
    /// A page of plain text for people, Vietnamese first.
    std::string toText(std::string_view fileName = {}) const;
};

std::string_view nameOf(Indication indication);        ///< "TOTAL-PASSED" …
std::string_view nameOf(SubIndication subIndication);  ///< "HASH_FAILURE" …; empty for none
std::string_view nameOf(Integrity integrity);
std::string_view nameOf(Severity severity);
std::string_view nameOf(Verdict verdict);

}  // namespace congvu::signing
