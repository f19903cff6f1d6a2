// SPDX-License-Identifier: Apache-2.0
#include "keys/SecureHeap.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/param_build.h>

#include <array>
#include <mutex>
#include <optional>

namespace congvu::signing::keys {
namespace {

using NumberPointer = std::unique_ptr<BIGNUM, crypto::Deleter<BN_clear_free>>;
using KeyInfoPointer = std::unique_ptr<PKCS8_PRIV_KEY_INFO, crypto::Deleter<PKCS8_PRIV_KEY_INFO_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, crypto::Deleter<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, crypto::Deleter<OSSL_PARAM_free>>;

/// DER that is read where it lies.
class DerReader {
public:
    explicit DerReader(ByteView bytes) : rest_(bytes) {}

    /// Content of the next element when it has this tag and class.
    std::optional<ByteView> next(int tag, int kind = V_ASN1_UNIVERSAL) {
        const unsigned char* position = rest_.data();
        long length = 0;
        int foundTag = 0;
        int foundKind = 0;
        const int form = ASN1_get_object(&position, &length, &foundTag, &foundKind, static_cast<long>(rest_.size()));
        if ((form & 0x81) != 0 || foundTag != tag || foundKind != kind) {
            return std::nullopt;
        }
        const ByteView content(position, static_cast<std::size_t>(length));
        rest_ = rest_.subspan(static_cast<std::size_t>(position - rest_.data()) + content.size());
        return content;
    }

private:
    ByteView rest_;
};

NumberPointer secretNumber(ByteView bytes) {
    NumberPointer number(BN_secure_new());
    crypto::require(number != nullptr && BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), number.get()) != nullptr,
                    ErrorCode::cryptoFailure, "no memory for a private key");
    return number;
}

crypto::KeyPointer keyOf(const char* type, OSSL_PARAM_BLD* builder) {
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const crypto::KeyContextPointer context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (parameters == nullptr || context == nullptr || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get()) != 1) {
        return nullptr;
    }
    return crypto::KeyPointer(key);
}

/// RSAPrivateKey of two primes (RFC 8017, A.1.2).
crypto::KeyPointer rsaKeyOf(ByteView der) {
    constexpr std::array<const char*, 8> kNames{
        OSSL_PKEY_PARAM_RSA_N,       OSSL_PKEY_PARAM_RSA_E,         OSSL_PKEY_PARAM_RSA_D,         OSSL_PKEY_PARAM_RSA_FACTOR1,
        OSSL_PKEY_PARAM_RSA_FACTOR2, OSSL_PKEY_PARAM_RSA_EXPONENT1, OSSL_PKEY_PARAM_RSA_EXPONENT2, OSSL_PKEY_PARAM_RSA_COEFFICIENT1};
    const auto content = DerReader(der).next(V_ASN1_SEQUENCE);
    DerReader members(content.value_or(ByteView()));
    const auto version = members.next(V_ASN1_INTEGER);
    if (!version || version->size() != 1 || version->front() != 0) {
        return nullptr;
    }
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    std::vector<NumberPointer> numbers;
    for (const char* name : kNames) {
        const auto member = members.next(V_ASN1_INTEGER);
        if (!member) {
            return nullptr;
        }
        numbers.push_back(secretNumber(*member));
        if (OSSL_PARAM_BLD_push_BN(builder.get(), name, numbers.back().get()) != 1) {
            return nullptr;
        }
    }
    return keyOf("RSA", builder.get());
}

Bytes publicPointOf(const EC_GROUP* group, const BIGNUM* secret) {
    const std::unique_ptr<EC_POINT, crypto::Deleter<EC_POINT_free>> point(EC_POINT_new(group));
    Bytes out(256);
    std::size_t size = 0;
    if (point != nullptr && EC_POINT_mul(group, point.get(), secret, nullptr, nullptr, nullptr) == 1) {
        size = EC_POINT_point2oct(group, point.get(), POINT_CONVERSION_UNCOMPRESSED, out.data(), out.size(), nullptr);
    }
    out.resize(size);
    return out;
}

/// ECPrivateKey (RFC 5915) on a named curve.
crypto::KeyPointer ecKeyOf(ByteView der, const X509_ALGOR* algorithm) {
    const void* curve = nullptr;
    int type = V_ASN1_UNDEF;
    X509_ALGOR_get0(nullptr, &type, &curve, algorithm);
    const int name = type == V_ASN1_OBJECT ? OBJ_obj2nid(static_cast<const ASN1_OBJECT*>(curve)) : NID_undef;
    const std::unique_ptr<EC_GROUP, crypto::Deleter<EC_GROUP_free>> group(EC_GROUP_new_by_curve_name(name));
    const auto content = DerReader(der).next(V_ASN1_SEQUENCE);
    DerReader members(content.value_or(ByteView()));
    const auto version = members.next(V_ASN1_INTEGER);
    const auto secretBytes = members.next(V_ASN1_OCTET_STRING);
    if (group == nullptr || !version || !secretBytes) {
        return nullptr;
    }
    const NumberPointer secret = secretNumber(*secretBytes);
    BN_set_flags(secret.get(), BN_FLG_CONSTTIME);
    const Bytes point = publicPointOf(group.get(), secret.get());
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    const bool good = !point.empty() &&
                      OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, OBJ_nid2sn(name), 0) == 1 &&
                      OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) == 1 &&
                      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get()) == 1;
    return good ? keyOf("EC", builder.get()) : nullptr;
}

}  // namespace

void startSecureHeap() {
    static std::once_flag once;
    std::call_once(once, [] {
        // A key of RSA-4096 takes about 4 KiB. Without the right to lock so much the heap still is kept out of dumps.
        constexpr std::size_t kSize = std::size_t{4} << 20U;
        constexpr std::size_t kSmallest = 32;
        if (CRYPTO_secure_malloc_initialized() == 0) {
            CRYPTO_secure_malloc_init(kSize, kSmallest);
        }
        ERR_clear_error();
    });
}

crypto::KeyPointer privateKeyOf(const SecretText& pkcs8) {
    startSecureHeap();
    const auto* position = reinterpret_cast<const unsigned char*>(pkcs8.view().data());
    const KeyInfoPointer info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &position, static_cast<long>(pkcs8.size())));
    const ASN1_OBJECT* type = nullptr;
    const unsigned char* der = nullptr;
    int size = 0;
    const X509_ALGOR* algorithm = nullptr;
    crypto::KeyPointer key;
    if (info != nullptr && PKCS8_pkey_get0(&type, &der, &size, &algorithm, info.get()) == 1) {
        const ByteView content(der, static_cast<std::size_t>(size));
        const int name = OBJ_obj2nid(type);
        key = name == NID_rsaEncryption ? rsaKeyOf(content) : name == NID_X9_62_id_ecPublicKey ? ecKeyOf(content, algorithm) : nullptr;
    }
    if (key == nullptr) {
        // Rarer kinds, and keys that are no PKCS#8, are OpenSSL's to read or refuse.
        ERR_clear_error();
        position = reinterpret_cast<const unsigned char*>(pkcs8.view().data());
        key.reset(d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(pkcs8.size())));
    }
    return key;
}

}  // namespace congvu::signing::keys
