// SPDX-License-Identifier: Apache-2.0
#include "keys/EvpSigner.h"

#include <openssl/err.h>
#include <openssl/rsa.h>

#include "crypto/CertificateNative.h"

namespace congvu::signing::keys {
namespace {

bool usePss(EVP_PKEY_CTX* context, SignatureAlgorithm algorithm) {
    if (algorithm != SignatureAlgorithm::rsaPssSha256) {
        return true;
    }
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

}  // namespace

SignatureAlgorithm defaultAlgorithm(const EVP_PKEY* key) {
    switch (EVP_PKEY_get_base_id(key)) {
        case EVP_PKEY_RSA:
            return SignatureAlgorithm::rsaPkcs1Sha256;
        case EVP_PKEY_RSA_PSS:
            return SignatureAlgorithm::rsaPssSha256;
        case EVP_PKEY_EC:
            break;
        default:
            throw SigningError(ErrorCode::unreadableKey, "a key type that cannot make document signatures");
    }
    const int bits = EVP_PKEY_get_bits(key);
    if (bits > 384) {
        return SignatureAlgorithm::ecdsaSha512;
    }
    return bits > 256 ? SignatureAlgorithm::ecdsaSha384 : SignatureAlgorithm::ecdsaSha256;
}

EvpSigner::EvpSigner(crypto::KeyPointer key, Certificate certificate, std::vector<Certificate> chain)
    : key_(std::move(key)), certificate_(std::move(certificate)), chain_(std::move(chain)), algorithm_(defaultAlgorithm(key_.get())) {
    const bool belongs = X509_check_private_key(crypto::x509Of(certificate_), key_.get()) == 1;
    ERR_clear_error();
    if (!belongs) {
        throw SigningError(ErrorCode::keyMismatch, "private key and certificate do not belong together");
    }
}

Bytes EvpSigner::sign(ByteView toBeSigned) const {
    const crypto::DigestContextPointer context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    const EVP_MD* method = crypto::digestAlgorithm(digestNameOf(algorithm_));
    std::size_t size = 0;
    bool good = EVP_DigestSignInit(context.get(), &keyContext, method, nullptr, key_.get()) == 1 && usePss(keyContext, algorithm_) &&
                EVP_DigestSign(context.get(), nullptr, &size, toBeSigned.data(), toBeSigned.size()) == 1;
    Bytes signature(size);
    good = good && EVP_DigestSign(context.get(), signature.data(), &size, toBeSigned.data(), toBeSigned.size()) == 1;
    crypto::require(good, ErrorCode::cryptoFailure, "signing failed");
    signature.resize(size);
    return signature;
}

bool verifies(const Certificate& certificate, SignatureAlgorithm algorithm, ByteView toBeSigned, ByteView signature) {
    EVP_PKEY* key = X509_get0_pubkey(crypto::x509Of(certificate));
    const crypto::DigestContextPointer context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    const EVP_MD* method = crypto::digestAlgorithm(digestNameOf(algorithm));
    const bool good = key != nullptr && EVP_DigestVerifyInit(context.get(), &keyContext, method, nullptr, key) == 1 &&
                      usePss(keyContext, algorithm) &&
                      EVP_DigestVerify(context.get(), signature.data(), signature.size(), toBeSigned.data(), toBeSigned.size()) == 1;
    ERR_clear_error();
    return good;
}

}  // namespace congvu::signing::keys
