// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/SigningError.h"

namespace congvu::signing::crypto {

/// Frees an OpenSSL object with its own function.
template <auto Free>
struct Deleter {
    template <typename Type>
    void operator()(Type* object) const noexcept {
        Free(object);
    }
};

using BioPointer = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using CmsPointer = std::unique_ptr<CMS_ContentInfo, Deleter<CMS_ContentInfo_free>>;
using KeyPointer = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using KeyContextPointer = std::unique_ptr<EVP_PKEY_CTX, Deleter<EVP_PKEY_CTX_free>>;
using DigestContextPointer = std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>>;
using X509Pointer = std::unique_ptr<X509, Deleter<X509_free>>;
using Pkcs12Pointer = std::unique_ptr<PKCS12, Deleter<PKCS12_free>>;

/// A stack of certificates that owns its members.
struct CertificateStackDeleter {
    void operator()(STACK_OF(X509) * stack) const noexcept { sk_X509_pop_free(stack, X509_free); }
};
using CertificateStack = std::unique_ptr<STACK_OF(X509), CertificateStackDeleter>;

/// Throws SigningError(`code`) with OpenSSL's own words when `condition` does not hold. The error queue is emptied.
void require(bool condition, ErrorCode code, const char* what);

/// The digest of OpenSSL's default provider, fetched once and kept. `name`: "SHA256" …; null for unknown names.
const EVP_MD* digestAlgorithm(std::string_view name);

/// One-shot digest. Throws SigningError(cryptoFailure).
Bytes digest(std::string_view algorithm, ByteView data);
/// Digest over two parts, as a ByteRange has them.
Bytes digest(std::string_view algorithm, ByteView first, ByteView second);
/// Digest over three parts.
Bytes digest(std::string_view algorithm, ByteView first, ByteView second, ByteView third);

/// DER of any OpenSSL object with an i2d function.
template <typename Type, typename Encode>
Bytes toDer(const Type* object, Encode encode) {
    unsigned char* memory = nullptr;
    const int size = encode(object, &memory);
    require(size > 0, ErrorCode::cryptoFailure, "DER could not be written");
    Bytes out(memory, memory + size);
    OPENSSL_free(memory);
    return out;
}

/// A read-only BIO over bytes that outlive it.
BioPointer memoryBio(ByteView bytes);

std::string toHex(ByteView bytes);
std::string toUpperHex(ByteView bytes);

}  // namespace congvu::signing::crypto
