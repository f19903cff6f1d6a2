// SPDX-License-Identifier: Apache-2.0
#include "cms/SignedAttributes.h"

#include <openssl/err.h>

#include "cms/SigningCertificate.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing::cms {
namespace {

using AttributePointer = std::unique_ptr<X509_ATTRIBUTE, crypto::Deleter<X509_ATTRIBUTE_free>>;

/// DER of the attribute's only value; empty when it has none or several.
Bytes valueOf(X509_ATTRIBUTE* attribute) {
    ASN1_TYPE* value = X509_ATTRIBUTE_count(attribute) == 1 ? X509_ATTRIBUTE_get0_type(attribute, 0) : nullptr;
    return value == nullptr ? Bytes() : crypto::toDer(value, i2d_ASN1_TYPE);
}

}  // namespace

bool areSignedAttributesOf(const Certificate& certificate, ByteView bytes) {
    const unsigned char* position = bytes.data();
    long length = 0;
    int tag = 0;
    int kind = 0;
    const int form = ASN1_get_object(&position, &length, &tag, &kind, static_cast<long>(bytes.size()));
    const unsigned char* end = bytes.data() + bytes.size();
    bool isGood = form == V_ASN1_CONSTRUCTED && tag == V_ASN1_SET && kind == V_ASN1_UNIVERSAL && position + length == end;
    bool hasDigest = false;
    bool hasCertificate = false;
    while (isGood && position < end) {
        const AttributePointer attribute(d2i_X509_ATTRIBUTE(nullptr, &position, static_cast<long>(end - position)));
        isGood = attribute != nullptr;
        const int type = isGood ? OBJ_obj2nid(X509_ATTRIBUTE_get0_object(attribute.get())) : NID_undef;
        hasDigest = hasDigest || type == NID_pkcs9_messageDigest;
        if (type == NID_id_smime_aa_signingCertificateV2) {
            hasCertificate = namesCertificate(valueOf(attribute.get()), EssVersion::second, certificate);
            isGood = hasCertificate;
        }
    }
    ERR_clear_error();
    return isGood && hasDigest && hasCertificate;
}

}  // namespace congvu::signing::cms
