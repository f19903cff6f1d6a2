// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "congvu/signing/Certificate.h"
#include "congvu/signing/keys/SignatureAlgorithm.h"

/// Builds the CMS SignedData of a PAdES baseline signature (ETSI EN 319 142-1, 6.3; RFC 5652; RFC 5035).
namespace congvu::signing::cms {

/// The signed attributes as the SET OF that is hashed and signed: content-type, message-digest and
/// signing-certificate-v2. signing-time is left out because PAdES baseline forbids it (the time stands in /M).
Bytes signedAttributes(const Certificate& signer, ByteView documentDigest);

/// DER of RSASSA-PSS-params for SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 4055, 3.1).
Bytes rsaPssParameters();

/// What a SignedData consists of.
struct SignedDataParts {
    Certificate signer;
    std::vector<Certificate> chain;
    SignatureAlgorithm algorithm;
    ByteView signedAttributes;
    ByteView signatureValue;
    ByteView timeStampToken;  ///< empty for B-B
};

/// ContentInfo with a detached SignedData of one SignerInfo.
Bytes buildSignedData(const SignedDataParts& parts);

}  // namespace congvu::signing::cms
