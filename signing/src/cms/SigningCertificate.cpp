// SPDX-License-Identifier: Apache-2.0
#include "cms/SigningCertificate.h"

#include <algorithm>
#include <optional>

#include "cms/Der.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing::cms {
namespace {

std::string digestName(ByteView identifier) {
    struct Known {
        const char* dotted;
        const char* name;
    };
    for (const Known known :
         {Known{"2.16.840.1.101.3.4.2.1", "SHA256"}, Known{"2.16.840.1.101.3.4.2.2", "SHA384"}, Known{"2.16.840.1.101.3.4.2.3", "SHA512"},
          Known{"1.3.14.3.2.26", "SHA1"}, Known{"2.16.840.1.101.3.4.2.8", "SHA3-256"}, Known{"2.16.840.1.101.3.4.2.10", "SHA3-512"}}) {
        const Bytes element = der::objectIdentifier(known.dotted);
        if (std::equal(element.begin() + 2, element.end(), identifier.begin(), identifier.end())) {
            return known.name;
        }
    }
    return {};
}

}  // namespace

bool namesCertificate(ByteView attributeValue, EssVersion version, const Certificate& certificate) {
    auto outer = der::take(attributeValue, der::kSequence);
    auto list = outer ? der::take(*outer, der::kSequence) : std::nullopt;
    auto first = list ? der::take(*list, der::kSequence) : std::nullopt;
    if (!first) {
        return false;
    }
    std::string digest = version == EssVersion::first ? "SHA1" : "SHA256";
    auto algorithm = version == EssVersion::second ? der::take(*first, der::kSequence) : std::nullopt;
    if (algorithm) {
        const auto identifier = der::take(*algorithm, der::kObjectIdentifier);
        digest = identifier ? digestName(*identifier) : std::string();
    }
    const auto hash = der::take(*first, der::kOctetString);
    if (!hash || digest.empty()) {
        return false;
    }
    const Bytes expected = crypto::digest(digest, certificate.der());
    return std::equal(expected.begin(), expected.end(), hash->begin(), hash->end());
}

}  // namespace congvu::signing::cms
