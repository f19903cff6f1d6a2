// SPDX-License-Identifier: Apache-2.0
#include "support/KeyPem.h"

#include <openssl/pem.h>

namespace congvu::signing::testing {

std::string privateKeyPem(const EVP_PKEY* key) {
    BIO* bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
    char* memory = nullptr;
    const long size = BIO_get_mem_data(bio, &memory);
    std::string pem(memory, static_cast<std::size_t>(size));
    BIO_free(bio);
    return pem;
}

std::string privateKeyPem(const SecretText& pkcs8) {
    const auto* position = reinterpret_cast<const unsigned char*>(pkcs8.view().data());
    EVP_PKEY* key = d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(pkcs8.size()));
    std::string pem = privateKeyPem(key);
    EVP_PKEY_free(key);
    return pem;
}

}  // namespace congvu::signing::testing
