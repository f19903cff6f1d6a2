// SPDX-License-Identifier: Apache-2.0
#include "keys/Pkcs12Bags.h"

#include <openssl/err.h>

#include "crypto/CertificateNative.h"
#include "keys/Pkcs12Effort.h"

namespace congvu::signing::keys {
namespace {

using KeyInfoPointer = std::unique_ptr<PKCS8_PRIV_KEY_INFO, crypto::Deleter<PKCS8_PRIV_KEY_INFO_free>>;

struct SafesDeleter {
    void operator()(STACK_OF(PKCS7) * safes) const noexcept { sk_PKCS7_pop_free(safes, PKCS7_free); }
};
struct BagsDeleter {
    void operator()(STACK_OF(PKCS12_SAFEBAG) * bags) const noexcept { sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free); }
};
using Safes = std::unique_ptr<STACK_OF(PKCS7), SafesDeleter>;
using Bags = std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), BagsDeleter>;

[[noreturn]] void refuseContainer(const char* why) {
    ERR_clear_error();
    throw SigningError(ErrorCode::unreadableKey, why);
}

class BagReader {
public:
    BagReader(const SecretText& passphrase, OSSL_LIB_CTX* context)
        : passphrase_(passphrase.view().data()), length_(static_cast<int>(passphrase.size()) - 1), context_(context) {}

    void checkMac(const PKCS12* container) {
        if (PKCS12_verify_mac(const_cast<PKCS12*>(container), passphrase_, length_) != 1) {
            ERR_clear_error();
            throw SigningError(ErrorCode::wrongPin, "wrong passphrase of the PKCS#12 container");
        }
    }

    void read(const PKCS12* container) {
        const Safes safes(PKCS12_unpack_authsafes(container));
        if (safes == nullptr) {
            refuseContainer("the PKCS#12 container is damaged");
        }
        for (int index = 0; index < sk_PKCS7_num(safes.get()); ++index) {
            PKCS7* safe = sk_PKCS7_value(safes.get(), index);
            const int type = OBJ_obj2nid(safe->type);
            Bags bags;
            if (type == NID_pkcs7_data) {
                bags.reset(PKCS12_unpack_p7data(safe));
            } else if (type == NID_pkcs7_encrypted && safe->d.encrypted != nullptr) {
                bags.reset(PKCS12_unpack_p7encdata(safe, passphrase_, length_));
            } else {
                continue;  // for another recipient (RFC 7292, 4: enveloped data)
            }
            if (bags == nullptr) {
                refuseContainer("the PKCS#12 container is damaged");
            }
            read(bags.get(), 0);
        }
    }

    Pkcs12Bags take() { return std::move(out_); }

private:
    void read(const STACK_OF(PKCS12_SAFEBAG) * bags, int depth) {
        constexpr int kDeepest = 4;
        for (int index = 0; depth < kDeepest && index < sk_PKCS12_SAFEBAG_num(bags); ++index) {
            const PKCS12_SAFEBAG* bag = sk_PKCS12_SAFEBAG_value(bags, index);
            switch (PKCS12_SAFEBAG_get_nid(bag)) {
                case NID_keyBag:
                    keep(PKCS12_SAFEBAG_get0_p8inf(bag));
                    break;
                case NID_pkcs8ShroudedKeyBag:
                    keepDecrypted(bag);
                    break;
                case NID_certBag:
                    keepCertificate(bag);
                    break;
                case NID_safeContentsBag:
                    read(PKCS12_SAFEBAG_get0_safes(bag), depth + 1);
                    break;
                default:
                    break;
            }
        }
    }

    void keepDecrypted(const PKCS12_SAFEBAG* bag) {
        const X509_ALGOR* algorithm = nullptr;
        X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, nullptr);
        requireBearableEffort(algorithm);
        const KeyInfoPointer info(PKCS12_decrypt_skey_ex(bag, passphrase_, length_, context_, nullptr));
        if (info == nullptr) {
            refuseContainer("the private key of the PKCS#12 container cannot be decrypted");
        }
        keep(info.get());
    }

    void keep(const PKCS8_PRIV_KEY_INFO* info) {
        const int size = i2d_PKCS8_PRIV_KEY_INFO(info, nullptr);
        if (size <= 0) {
            refuseContainer("the private key of the PKCS#12 container is damaged");
        }
        SecretText der(static_cast<std::size_t>(size));
        auto* position = reinterpret_cast<unsigned char*>(der.data());
        i2d_PKCS8_PRIV_KEY_INFO(info, &position);
        out_.keys.push_back(std::move(der));
    }

    void keepCertificate(const PKCS12_SAFEBAG* bag) {
        const crypto::X509Pointer certificate(PKCS12_SAFEBAG_get_bag_nid(bag) == NID_x509Certificate ? PKCS12_SAFEBAG_get1_cert(bag)
                                                                                                     : nullptr);
        if (certificate != nullptr) {
            out_.certificates.push_back(crypto::certificateOf(certificate.get()));
        }
    }

    const char* passphrase_;
    int length_;
    OSSL_LIB_CTX* context_;
    Pkcs12Bags out_;
};

}  // namespace

Pkcs12Bags openBags(const PKCS12* container, const SecretText& passphrase, OSSL_LIB_CTX* context) {
    BagReader reader(passphrase, context);
    reader.checkMac(container);
    reader.read(container);
    return reader.take();
}

}  // namespace congvu::signing::keys
