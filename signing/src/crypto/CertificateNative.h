// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/Certificate.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing {

/// OpenSSL's view of a certificate, with its DER as it was given.
struct Certificate::Native {
    crypto::X509Pointer x509;
    Bytes der;
};

namespace crypto {

/// The X509 inside; owned by the certificate.
inline X509* x509Of(const Certificate& certificate) {
    return certificate.native().x509.get();
}

/// A stack that holds its own references.
CertificateStack stackOf(const std::vector<Certificate>& certificates);

Certificate certificateOf(const X509* x509);

}  // namespace crypto
}  // namespace congvu::signing
