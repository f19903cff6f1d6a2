// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/Pkcs12Container.h"

#include <openssl/err.h>
#include <openssl/provider.h>

#include "crypto/CertificateNative.h"
#include "keys/Pkcs12Effort.h"

namespace congvu::signing {
namespace {

/// A private library context with the legacy provider, for RC2 and 3DES containers only: nothing else of the process
/// comes to know the old algorithms.
class LegacyContext {
public:
    LegacyContext() : context_(OSSL_LIB_CTX_new()) {
        crypto::require(context_ != nullptr, ErrorCode::cryptoFailure, "no library context");
        legacy_ = OSSL_PROVIDER_load(context_, "legacy");
        standard_ = OSSL_PROVIDER_load(context_, "default");
        ERR_clear_error();
    }
    ~LegacyContext() {
        OSSL_PROVIDER_unload(legacy_);
        OSSL_PROVIDER_unload(standard_);
        OSSL_LIB_CTX_free(context_);
    }
    LegacyContext(const LegacyContext&) = delete;
    LegacyContext& operator=(const LegacyContext&) = delete;

    OSSL_LIB_CTX* get() const { return context_; }

private:
    OSSL_LIB_CTX* context_;
    OSSL_PROVIDER* legacy_ = nullptr;
    OSSL_PROVIDER* standard_ = nullptr;
};

crypto::Pkcs12Pointer parseContainer(ByteView container, OSSL_LIB_CTX* context) {
    crypto::Pkcs12Pointer parsed(PKCS12_init_ex(NID_pkcs7_data, context, nullptr));
    const unsigned char* position = container.data();
    PKCS12* raw = parsed.release();
    PKCS12* result = d2i_PKCS12(&raw, &position, static_cast<long>(container.size()));
    if (result == nullptr) {
        // d2i frees the object it was given when it fails.
        ERR_clear_error();
        throw SigningError(ErrorCode::unreadableKey, "not a PKCS#12 container");
    }
    return crypto::Pkcs12Pointer(result);
}

/// The key in its PKCS#8 form, in locked memory; it has left the private context then.
SecretText pkcs8Of(EVP_PKEY* key) {
    PKCS8_PRIV_KEY_INFO* info = EVP_PKEY2PKCS8(key);
    crypto::require(info != nullptr, ErrorCode::unreadableKey, "the private key cannot be read");
    const int size = i2d_PKCS8_PRIV_KEY_INFO(info, nullptr);
    SecretText der(static_cast<std::size_t>(size > 0 ? size : 0));
    auto* position = reinterpret_cast<unsigned char*>(der.data());
    i2d_PKCS8_PRIV_KEY_INFO(info, &position);
    PKCS8_PRIV_KEY_INFO_free(info);
    return der;
}

/// The supplied certificates put in order from the signer's issuer upwards; strangers are left out.
std::vector<Certificate> orderChain(const Certificate& leaf, const STACK_OF(X509) * others) {
    std::vector<Certificate> chain;
    const X509* current = crypto::x509Of(leaf);
    for (int step = 0; step < sk_X509_num(others); ++step) {
        const X509* next = nullptr;
        for (int index = 0; index < sk_X509_num(others) && next == nullptr; ++index) {
            X509* candidate = sk_X509_value(others, index);
            const bool issues = X509_check_issued(candidate, const_cast<X509*>(current)) == X509_V_OK;
            next = issues && X509_cmp(candidate, current) != 0 ? candidate : nullptr;
        }
        if (next == nullptr) {
            break;
        }
        Certificate certificate = crypto::certificateOf(next);
        if (certificate.isSelfSigned()) {
            break;
        }
        chain.push_back(std::move(certificate));
        current = next;
    }
    return chain;
}

std::vector<Certificate> rootsIn(const STACK_OF(X509) * others) {
    std::vector<Certificate> roots;
    for (int index = 0; index < sk_X509_num(others); ++index) {
        Certificate certificate = crypto::certificateOf(sk_X509_value(others, index));
        if (certificate.isSelfSigned()) {
            roots.push_back(std::move(certificate));
        }
    }
    return roots;
}

}  // namespace

Pkcs12Content Pkcs12Container::open(ByteView container, std::string_view passphrase) {
    constexpr std::size_t kLargestContainer = 1 << 20;
    if (container.empty() || container.size() > kLargestContainer) {
        throw SigningError(ErrorCode::unreadableKey, "not a PKCS#12 container");
    }
    const LegacyContext context;
    const crypto::Pkcs12Pointer parsed = parseContainer(container, context.get());
    requireBearableEffort(parsed.get());
    SecretText terminated(passphrase.size() + 1);
    passphrase.copy(terminated.data(), passphrase.size());
    if (PKCS12_verify_mac(parsed.get(), terminated.data(), static_cast<int>(passphrase.size())) != 1) {
        ERR_clear_error();
        throw SigningError(ErrorCode::wrongPin, "wrong passphrase of the PKCS#12 container");
    }
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    const bool good = PKCS12_parse(parsed.get(), terminated.data(), &key, &certificate, &others) == 1;
    const crypto::KeyPointer ownedKey(key);
    const crypto::X509Pointer ownedCertificate(certificate);
    const crypto::CertificateStack ownedOthers(others);
    crypto::require(good && key != nullptr && certificate != nullptr, ErrorCode::unreadableKey,
                    "the PKCS#12 container has no key with its certificate");
    Certificate leaf = crypto::certificateOf(certificate);
    auto chain = orderChain(leaf, others);
    return {pkcs8Of(key), std::move(leaf), std::move(chain), rootsIn(others)};
}

}  // namespace congvu::signing
