// SPDX-License-Identifier: Apache-2.0
#include "crypto/DigestName.h"

#include <openssl/err.h>
#include <openssl/rsa.h>

#include "crypto/OpenSsl.h"

namespace congvu::signing::crypto {
namespace {

using PssPointer = std::unique_ptr<RSA_PSS_PARAMS, Deleter<RSA_PSS_PARAMS_free>>;

int nidOf(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(object);
}

std::string digestOfPss(const X509_ALGOR* algorithm) {
    const void* parameters = nullptr;
    int type = V_ASN1_UNDEF;
    X509_ALGOR_get0(nullptr, &type, &parameters, algorithm);
    if (type != V_ASN1_SEQUENCE || parameters == nullptr) {
        return "SHA1";  // RFC 4055, 3.1: the default
    }
    const PssPointer pss(
        static_cast<RSA_PSS_PARAMS*>(ASN1_item_unpack(static_cast<const ASN1_STRING*>(parameters), ASN1_ITEM_rptr(RSA_PSS_PARAMS))));
    ERR_clear_error();
    if (pss == nullptr) {
        return {};
    }
    return pss->hashAlgorithm == nullptr ? "SHA1" : digestNameOf(nidOf(pss->hashAlgorithm));
}

}  // namespace

std::string digestNameOf(int nid) {
    switch (nid) {
        case NID_sha256:
            return "SHA256";
        case NID_sha384:
            return "SHA384";
        case NID_sha512:
            return "SHA512";
        case NID_sha3_256:
            return "SHA3-256";
        case NID_sha3_384:
            return "SHA3-384";
        case NID_sha3_512:
            return "SHA3-512";
        case NID_sha224:
            return "SHA224";
        case NID_sha1:
            return "SHA1";
        case NID_md5:
            return "MD5";
        case NID_ripemd160:
            return "RIPEMD160";
        default:
            return {};
    }
}

std::string digestOfSignature(const X509_ALGOR* algorithm) {
    const int signature = nidOf(algorithm);
    if (signature == NID_rsassaPss) {
        return digestOfPss(algorithm);
    }
    int digest = NID_undef;
    int key = NID_undef;
    if (OBJ_find_sigid_algs(signature, &digest, &key) != 1) {
        return {};
    }
    return digestNameOf(digest);
}

}  // namespace congvu::signing::crypto
