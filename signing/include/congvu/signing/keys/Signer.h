// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/Certificate.h"
#include "congvu/signing/keys/SignatureAlgorithm.h"

namespace congvu::signing {

/// A key that can sign, wherever it lives. Implementations are safe to use from several threads at once.
class Signer {
public:
    virtual ~Signer() = default;

    virtual const Certificate& certificate() const = 0;

    /// Certificates between the signer's and a root, nearest first; may be empty. The root may be left out.
    virtual const std::vector<Certificate>& chain() const = 0;

    virtual SignatureAlgorithm algorithm() const = 0;

    /// Signs `toBeSigned` (it is hashed inside). RSA gives the raw value, ECDSA the DER SEQUENCE of r and s.
    virtual Bytes sign(ByteView toBeSigned) const = 0;

    /// Signs a digest that was made elsewhere with the digest of `algorithm()`. Throws SigningError(invalidArgument) for one
    /// of another length, and by a signer that only signs whole data.
    virtual Bytes signDigest(ByteView digest) const;

    /// True when the key was found to belong to the certificate and signs in this process. Every other signer's values are
    /// verified under the certificate before they are embedded.
    virtual bool isMatchedWithCertificate() const { return false; }
};

}  // namespace congvu::signing
