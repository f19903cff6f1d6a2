// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "congvu/signing/Certificate.h"
#include "congvu/signing/net/Fetcher.h"

namespace congvu::signing {

/// Asks OCSP responders (RFC 6960; over http as in its appendix A.1). One object may be used by one thread at a time.
class OcspClient {
public:
    explicit OcspClient(Fetcher& fetcher, std::chrono::seconds timeout = std::chrono::seconds{15}) : fetcher_(fetcher), timeout_(timeout) {}

    /// The OCSPResponse (DER) of `url` about `certificate`, which `issuer` issued. The CertID is SHA-1, which every
    /// responder knows; a nonce is sent, and one that comes back must be the same (RFC 6960, 4.4.1). The signature, the
    /// responder's right to speak for the issuer and that the answer is about this certificate have been checked; what it
    /// says, and the times in it, have not. Throws SigningError: networkUnavailable, revocationInvalid, invalidArgument.
    Bytes ask(const Certificate& certificate, const Certificate& issuer, const std::string& url);

private:
    Fetcher& fetcher_;
    std::chrono::seconds timeout_;
};

}  // namespace congvu::signing
