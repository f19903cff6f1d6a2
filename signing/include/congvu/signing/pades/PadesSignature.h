// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/keys/DeferredSigner.h"
#include "congvu/signing/keys/Signer.h"
#include "congvu/signing/pades/PreparedSignature.h"
#include "congvu/signing/pades/SignatureRequest.h"
#include "congvu/signing/tsp/TimeStampClient.h"

namespace congvu::signing {

/// PAdES baseline signatures B-B and B-T (ETSI EN 319 142-1) as incremental updates: the given bytes stay a prefix of
/// the result, so earlier signatures stay valid. prepare → sign → finish is the only path; `sign` just calls the three.
/// Stateless; safe to use from several threads.
class PadesSignature {
public:
    /// Builds the increment and what must be signed. Refuses, before anything is signed: a malformed document, one that the
    /// password does not open, a missing or signed field, changes that an earlier signature forbids (DocMDP, FieldMDP, Lock), a
    /// certificate not valid at `request.signingTime`, weak keys. Throws SigningError.
    static PreparedSignature prepare(ByteView document, const SignatureRequest& request, const DeferredSigner& signer);

    /// Checks the value against the certificate, asks for a time-stamp when a source is given (B-T) and fills the hole.
    /// Gives the bytes to append to the original document. Throws SigningError: keyMismatch, reservedSpaceTooSmall
    /// (before the time-stamp server is asked), timeStampUnavailable, timeStampInvalid.
    static Bytes finish(PreparedSignature prepared, ByteView signatureValue, TimeStampSource* timeStamps = nullptr);

    /// The same after a restart: first makes sure that `document`, which was kept meanwhile, is the one that was prepared.
    /// Throws also SigningError(documentChanged).
    static Bytes finish(ByteView document, PreparedSignature prepared, ByteView signatureValue, TimeStampSource* timeStamps = nullptr);

    /// A key at hand: gives the bytes to append to `document`.
    static Bytes signIncrement(ByteView document, const SignatureRequest& request, const Signer& signer,
                               TimeStampSource* timeStamps = nullptr);

    /// The same as `signIncrement`, joined: the whole signed document.
    static Bytes sign(ByteView document, const SignatureRequest& request, const Signer& signer, TimeStampSource* timeStamps = nullptr);

    /// The original followed by the increment.
    static Bytes join(ByteView document, ByteView increment);
};

}  // namespace congvu::signing
