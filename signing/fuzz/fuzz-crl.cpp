// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "congvu/signing/SigningError.h"
#include "congvu/signing/pki/DemoAuthority.h"
#include "crl/CertificateRevocationList.h"

using namespace congvu::signing;

/// Whatever the bytes: a list or a SigningError.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const DemoAuthority authority("Fuzz", {fromIso8601("2020-01-01"), fromIso8601("2040-01-01")});
    try {
        const auto list = crl::CertificateRevocationList::parse({data, size});
        list.thisUpdate();
        list.nextUpdate();
        list.signatureDigest();
        list.covers(authority.intermediate());
        list.entryFor(authority.intermediate());
        list.isIssuedBy(authority.root());
    } catch (const SigningError&) {
        return 0;  // refused, as it should be
    }
    return 0;
}
