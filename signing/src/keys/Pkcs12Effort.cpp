// SPDX-License-Identifier: Apache-2.0
#include "keys/Pkcs12Effort.h"

#include <openssl/err.h>

#include <algorithm>
#include <memory>

#include "crypto/OpenSsl.h"

namespace congvu::signing {
namespace {

/// Three derivations of 600,000 iterations, the most that programs in use write, take about a second.
constexpr std::uint64_t kMostIterations = 2'000'000;

using PbePointer = std::unique_ptr<PBEPARAM, crypto::Deleter<PBEPARAM_free>>;
using Pbe2Pointer = std::unique_ptr<PBE2PARAM, crypto::Deleter<PBE2PARAM_free>>;
using KdfPointer = std::unique_ptr<PBKDF2PARAM, crypto::Deleter<PBKDF2PARAM_free>>;
using ScryptPointer = std::unique_ptr<SCRYPT_PARAMS, crypto::Deleter<SCRYPT_PARAMS_free>>;

std::uint64_t valueOf(const ASN1_INTEGER* number) {
    std::uint64_t value = 0;
    return number != nullptr && ASN1_INTEGER_get_uint64(&value, number) == 1 ? value : kMostIterations + 1;
}

template <typename Pointer>
Pointer parametersOf(const X509_ALGOR* algorithm, const ASN1_ITEM* item) {
    const void* parameters = nullptr;
    int type = V_ASN1_UNDEF;
    X509_ALGOR_get0(nullptr, &type, &parameters, algorithm);
    if (type != V_ASN1_SEQUENCE) {
        return nullptr;
    }
    return Pointer(static_cast<typename Pointer::element_type*>(ASN1_item_unpack(static_cast<const ASN1_STRING*>(parameters), item)));
}

int nidOf(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(object);
}

std::uint64_t effortOfKdf(const X509_ALGOR* algorithm) {
    if (nidOf(algorithm) == NID_id_scrypt) {
        const auto scrypt = parametersOf<ScryptPointer>(algorithm, ASN1_ITEM_rptr(SCRYPT_PARAMS));
        if (scrypt == nullptr) {
            return 0;
        }
        const std::uint64_t cost = valueOf(scrypt->costParameter);
        const std::uint64_t blocks = valueOf(scrypt->blockSize);
        const std::uint64_t lanes = valueOf(scrypt->parallelizationParameter);
        const bool isBearable = cost <= kMostIterations && blocks <= 1024 && lanes <= 1024;
        return isBearable ? cost * blocks * lanes : kMostIterations + 1;
    }
    const auto derivation = parametersOf<KdfPointer>(algorithm, ASN1_ITEM_rptr(PBKDF2PARAM));
    return derivation == nullptr ? 0 : valueOf(derivation->iter);
}

/// What cannot be read costs nothing: then the container cannot be opened either.
std::uint64_t effortOf(const X509_ALGOR* algorithm) {
    if (nidOf(algorithm) == NID_pbes2) {
        const auto scheme = parametersOf<Pbe2Pointer>(algorithm, ASN1_ITEM_rptr(PBE2PARAM));
        return scheme == nullptr ? 0 : effortOfKdf(scheme->keyfunc);
    }
    const auto scheme = parametersOf<PbePointer>(algorithm, ASN1_ITEM_rptr(PBEPARAM));
    return scheme == nullptr ? 0 : valueOf(scheme->iter);
}

std::uint64_t effortOfBags(PKCS7* part) {
    STACK_OF(PKCS12_SAFEBAG)* bags = PKCS12_unpack_p7data(part);
    std::uint64_t effort = 0;
    for (int index = 0; index < sk_PKCS12_SAFEBAG_num(bags); ++index) {
        const PKCS12_SAFEBAG* bag = sk_PKCS12_SAFEBAG_value(bags, index);
        const X509_SIG* key = PKCS12_SAFEBAG_get_nid(bag) == NID_pkcs8ShroudedKeyBag ? PKCS12_SAFEBAG_get0_pkcs8(bag) : nullptr;
        if (key != nullptr) {
            const X509_ALGOR* algorithm = nullptr;
            X509_SIG_get0(key, &algorithm, nullptr);
            effort += std::min(effortOf(algorithm), kMostIterations + 1);
        }
    }
    sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
    return effort;
}

std::uint64_t effortOfParts(const PKCS12* container) {
    STACK_OF(PKCS7)* parts = PKCS12_unpack_authsafes(container);
    std::uint64_t effort = 0;
    for (int index = 0; index < sk_PKCS7_num(parts); ++index) {
        PKCS7* part = sk_PKCS7_value(parts, index);
        if (PKCS7_type_is_data(part)) {
            effort += effortOfBags(part);
        } else if (PKCS7_type_is_encrypted(part) && part->d.encrypted != nullptr) {
            effort += std::min(effortOf(part->d.encrypted->enc_data->algorithm), kMostIterations + 1);
        }
    }
    sk_PKCS7_pop_free(parts, PKCS7_free);
    return effort;
}

}  // namespace

void requireBearableEffort(const X509_ALGOR* algorithm) {
    crypto::require(effortOf(algorithm) <= kMostIterations, ErrorCode::unreadableKey, "the PKCS#12 container asks for too many iterations");
}

void requireBearableEffort(const PKCS12* container) {
    const ASN1_INTEGER* iterations = nullptr;
    std::uint64_t effort = 0;
    if (PKCS12_mac_present(container) == 1) {
        PKCS12_get0_mac(nullptr, nullptr, nullptr, &iterations, container);
        effort = iterations == nullptr ? 1 : valueOf(iterations);
    }
    effort = std::min(effort, kMostIterations + 1) + effortOfParts(container);
    ERR_clear_error();
    crypto::require(effort <= kMostIterations, ErrorCode::unreadableKey, "the PKCS#12 container asks for too many iterations");
}

}  // namespace congvu::signing
