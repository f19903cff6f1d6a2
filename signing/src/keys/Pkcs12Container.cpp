// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/Pkcs12Container.h"

#include <openssl/err.h>
#include <openssl/provider.h>

#include <algorithm>

#include "crypto/CertificateNative.h"
#include "keys/Pkcs12Bags.h"
#include "keys/Pkcs12Effort.h"
#include "keys/SecureHeap.h"

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

/// The first certificate of the key; the containers of some programs hold several keys, of which the first counts.
std::size_t leafOf(const SecretText& pkcs8, const std::vector<Certificate>& certificates) {
    const crypto::KeyPointer key = keys::privateKeyOf(pkcs8);
    crypto::require(key != nullptr, ErrorCode::unreadableKey, "the private key cannot be read");
    for (std::size_t index = 0; index < certificates.size(); ++index) {
        const bool belongs = X509_check_private_key(crypto::x509Of(certificates[index]), key.get()) == 1;
        ERR_clear_error();
        if (belongs) {
            return index;
        }
    }
    throw SigningError(ErrorCode::unreadableKey, "the PKCS#12 container has no certificate of its key");
}

/// The supplied certificates put in order from the signer's issuer upwards; strangers are left out.
std::vector<Certificate> orderChain(const Certificate& leaf, const std::vector<Certificate>& others) {
    std::vector<Certificate> chain;
    while (chain.size() < others.size()) {
        const Certificate& last = chain.empty() ? leaf : chain.back();
        const auto issuer = std::find_if(others.begin(), others.end(), [&last](const Certificate& candidate) {
            return X509_check_issued(crypto::x509Of(candidate), crypto::x509Of(last)) == X509_V_OK && !(candidate == last);
        });
        if (issuer == others.end() || issuer->isSelfSigned()) {
            break;
        }
        chain.push_back(*issuer);
    }
    return chain;
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
    keys::Pkcs12Bags bags = keys::openBags(parsed.get(), terminated, context.get());
    crypto::require(!bags.keys.empty(), ErrorCode::unreadableKey, "the PKCS#12 container has no private key");
    const std::size_t leaf = leafOf(bags.keys.front(), bags.certificates);
    const Certificate certificate = bags.certificates[leaf];
    bags.certificates.erase(bags.certificates.begin() + static_cast<std::ptrdiff_t>(leaf));
    auto chain = orderChain(certificate, bags.certificates);
    std::erase_if(bags.certificates, [](const Certificate& other) { return !other.isSelfSigned(); });
    return {std::move(bags.keys.front()), certificate, std::move(chain), std::move(bags.certificates)};
}

}  // namespace congvu::signing
