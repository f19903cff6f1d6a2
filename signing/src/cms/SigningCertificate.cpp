// SPDX-License-Identifier: Apache-2.0
#include "cms/SigningCertificate.h"

#include <openssl/err.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "cms/Der.h"
#include "crypto/DigestName.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing::cms {
namespace {

using IdentifierPointer = std::unique_ptr<ASN1_OBJECT, crypto::Deleter<ASN1_OBJECT_free>>;

/// OpenSSL name; empty when unknown. `identifier`: content octets of an OBJECT IDENTIFIER.
std::string digestName(ByteView identifier) {
    const Bytes element = der::element(der::kObjectIdentifier, identifier);
    const unsigned char* position = element.data();
    const IdentifierPointer object(d2i_ASN1_OBJECT(nullptr, &position, static_cast<long>(element.size())));
    ERR_clear_error();
    return object == nullptr ? std::string() : crypto::digestNameOf(OBJ_obj2nid(object.get()));
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
