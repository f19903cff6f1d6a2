// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/Certificate.h"
#include "congvu/signing/keys/SignatureAlgorithm.h"

namespace congvu::signing {

/// A document that waits for its signature value. It holds only the bytes to append, never the document itself, and can
/// be stored and finished after a restart.
struct PreparedSignature {
    std::uint64_t originalLength = 0;  ///< bytes of the document the increment is appended to
    Bytes increment;                   ///< appended bytes; the hole is filled with '0'
    std::uint64_t holeOffset = 0;      ///< position of '<' of /Contents inside `increment`
    std::uint64_t holeLength = 0;      ///< '<' and '>' included
    Bytes documentDigest;              ///< digest over the ByteRange
    Bytes toBeSigned;                  ///< DER of the signed attributes (SET OF): hash and sign this
    SignatureAlgorithm algorithm = SignatureAlgorithm::rsaPkcs1Sha256;
    Certificate certificate;
    std::vector<Certificate> chain;
    std::string fieldName;  ///< the field that is signed

    /// Digest of `toBeSigned` under `algorithm`: what a token or remote service that signs hashes is given.
    Bytes digestToBeSigned() const;

    /// A self-contained form for storage: a version, then every field with its length. It holds no secret.
    Bytes serialize() const;
    /// Reads what serialize() gave, in this process or another. Refuses, with SigningError(invalidArgument), another version,
    /// bytes that are missing or left over, a hole that is not one, and attributes that are not those of this digest and
    /// certificate: the value that comes back signs just them.
    static PreparedSignature deserialize(ByteView stored);

    /// True when `document` is, byte for byte, the one that was prepared.
    bool isFor(ByteView document) const;
};

}  // namespace congvu::signing
