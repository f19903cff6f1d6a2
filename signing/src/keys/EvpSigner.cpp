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

/// For a digest that is there already: RSA padding, and the digest's name for the DigestInfo.
bool useDigest(EVP_PKEY_CTX* context, SignatureAlgorithm algorithm) {
    const bool isPkcs1 = isRsa(algorithm) && algorithm != SignatureAlgorithm::rsaPssSha256;
    return (!isPkcs1 || EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1) && usePss(context, algorithm) &&
           EVP_PKEY_CTX_set_signature_md(context, crypto::digestAlgorithm(digestNameOf(algorithm))) == 1;
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

SignatureAlgorithm algorithmFor(const EVP_PKEY* key, std::optional<SignatureAlgorithm> wanted) {
    const SignatureAlgorithm usual = defaultAlgorithm(key);
    const bool isPssOnly = EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA_PSS;
    if (wanted && (isRsa(*wanted) != isRsa(usual) || (isPssOnly && *wanted != usual))) {
        throw SigningError(ErrorCode::invalidArgument, "the key cannot sign with " + std::string(nameOf(*wanted)));
    }
    return wanted.value_or(usual);
}

void requireDigestOf(SignatureAlgorithm algorithm, ByteView digest) {
    if (digest.size() != static_cast<std::size_t>(EVP_MD_get_size(crypto::digestAlgorithm(digestNameOf(algorithm))))) {
        throw SigningError(ErrorCode::invalidArgument, "not a digest of " + std::string(digestNameOf(algorithm)));
    }
}

EvpSigner::EvpSigner(crypto::KeyPointer key, Certificate certificate, std::vector<Certificate> chain,
                     std::optional<SignatureAlgorithm> algorithm)
    : key_(std::move(key)),
      certificate_(std::move(certificate)),
      chain_(std::move(chain)),
      algorithm_(algorithmFor(key_.get(), algorithm)) {
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

Bytes EvpSigner::signDigest(ByteView digest) const {
    requireDigestOf(algorithm_, digest);
    const crypto::KeyContextPointer context(EVP_PKEY_CTX_new(key_.get(), nullptr));
    std::size_t size = 0;
    bool good = EVP_PKEY_sign_init(context.get()) == 1 && useDigest(context.get(), algorithm_) &&
                EVP_PKEY_sign(context.get(), nullptr, &size, digest.data(), digest.size()) == 1;
    Bytes signature(size);
    good = good && EVP_PKEY_sign(context.get(), signature.data(), &size, digest.data(), digest.size()) == 1;
    crypto::require(good, ErrorCode::cryptoFailure, "signing failed");
    signature.resize(size);
    return signature;
}

bool verifiesDigest(const Certificate& certificate, SignatureAlgorithm algorithm, ByteView digest, ByteView signature) {
    EVP_PKEY* key = X509_get0_pubkey(crypto::x509Of(certificate));
    const crypto::KeyContextPointer context(key == nullptr ? nullptr : EVP_PKEY_CTX_new(key, nullptr));
    const bool good = context != nullptr && EVP_PKEY_verify_init(context.get()) == 1 && useDigest(context.get(), algorithm) &&
                      EVP_PKEY_verify(context.get(), signature.data(), signature.size(), digest.data(), digest.size()) == 1;
    ERR_clear_error();
    return good;
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
