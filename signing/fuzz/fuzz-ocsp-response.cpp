// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "congvu/signing/SigningError.h"
#include "congvu/signing/trust/RevocationAtTime.h"
#include "ocsp/OcspResponse.h"

using namespace congvu::signing;

/// Whatever the bytes: a status or a SigningError. The certificates are those that the response brings along.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const AlgorithmPolicy policy = AlgorithmPolicy::standard();
    const Instant at = fromIso8601("2026-03-05");
    try {
        const auto response = ocsp::OcspResponse::parse({data, size});
        response.nonce();
        response.signatureDigest();
        RevocationData revocation;
        revocation.addOcsp({data, size}, at);
        for (const Certificate& certificate : response.certificates()) {
            for (const Certificate& issuer : response.certificates()) {
                RevocationAtTime(revocation, policy, at).check(certificate, issuer, at);
            }
        }
    } catch (const SigningError&) {
        return 0;  // refused, as it should be
    }
    return 0;
}
