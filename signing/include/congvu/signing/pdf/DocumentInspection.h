// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/Certificate.h"
#include "congvu/signing/pades/FormFields.h"

namespace congvu::signing {

/// One cross-reference section: what one revision added (ISO 32000-2, 7.5.6). A linearized file begins with two.
struct SectionFact {
    std::string kind;            ///< "table", "stream" or "hybrid"
    std::uint64_t position = 0;  ///< startxref that leads to it
    std::size_t objects = 0;     ///< that it defines
    std::size_t freed = 0;
};

/// The standard security handler (ISO 32000-2, 7.6.4).
struct EncryptionFact {
    std::string filter;
    std::int64_t version = 0;   ///< /V
    std::int64_t revision = 0;  ///< /R
    std::int64_t keyBits = 0;   ///< of the file's key
    std::string algorithm;      ///< "RC4, 128 bits", "AES, 256 bits"; "none" for streams that stand in plain
    bool isOpenedByOwner = false;
    std::uint32_t permissions = 0;  ///< /P, table 22; told, not enforced
};

/// The CMS in a signature's /Contents (RFC 5652); nothing is verified.
struct CmsFact {
    std::string error;  ///< why it cannot be read; the rest is empty then
    std::size_t size = 0;
    std::size_t signerInfos = 0;
    bool hasDefiniteLength = true;
    bool hasContent = false;
    bool hasSigningTime = false;
    std::string digest;              ///< "SHA256"
    std::string algorithm;           ///< "RSA-SHA256"
    std::string signingCertificate;  ///< "absent", "matches" or "differs"
    std::optional<Certificate> signer;
    std::vector<Certificate> certificates;
    std::optional<Instant> timeStamp;
};

struct SignatureFact {
    std::string field;
    std::string filter;
    std::string subFilter;
    std::vector<std::int64_t> byteRange;
    std::size_t contentsBytes = 0;  ///< the reserved place
    std::optional<Instant> claimedTime;
    std::string reason;
    int certification = 0;  ///< DocMDP P, 0 when not a certification
    CmsFact cms;
};

/// An OCSP response or CRL of the document security store.
struct RevocationDataFact {
    std::size_t size = 0;
    std::optional<Instant> issuedAt;    ///< producedAt or thisUpdate; absent when it cannot be read
    std::optional<Instant> nextUpdate;  ///< CRLs only
};

struct SecurityStoreFact {
    bool isPresent = false;
    std::vector<Certificate> certificates;
    std::vector<RevocationDataFact> ocspResponses;
    std::vector<RevocationDataFact> crls;
    std::vector<std::string> vriKeys;
};

/// What a PDF is made of, as far as signatures are concerned. Nothing here is a judgement: see Validator.
struct DocumentInspection {
    std::uint64_t size = 0;
    std::string version;                ///< of the header: "1.7"
    std::vector<SectionFact> sections;  ///< oldest first
    std::optional<EncryptionFact> encryption;
    DocumentOutline outline;
    std::vector<SignatureFact> signatures;
    SecurityStoreFact securityStore;

    /// Throws SigningError for a document that cannot be read, encryptedPdf and wrongDocumentPassword among them.
    static DocumentInspection read(ByteView document, const DocumentPassword& password = {});

    /// One JSON object on one line.
    std::string toJson(std::string_view fileName = {}) const;
    std::string toText() const;
};

}  // namespace congvu::signing
