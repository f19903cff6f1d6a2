// SPDX-License-Identifier: Apache-2.0
#include "testing/TestCertificate.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace congvu::testing {

namespace {

struct FreeOpenSsl {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
    void operator()(std::FILE* file) const { std::fclose(file); }
};
template <class T>
using Owned = std::unique_ptr<T, FreeOpenSsl>;

void requireMade(bool isDone) {
    if (!isDone) {
        throw std::runtime_error("the test certificate cannot be made");
    }
}

void addExtension(X509* certificate, int kind, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION> extension{X509V3_EXT_conf_nid(nullptr, &context, kind, value)};
    requireMade(extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1);
}

}  // namespace

void writeTestCertificate(const std::filesystem::path& keyFile, const std::filesystem::path& certificateFile) {
    constexpr long kDay = 24L * 60 * 60;
    const Owned<EVP_PKEY> key{EVP_EC_gen("P-256")};
    const Owned<X509> certificate{X509_new()};
    requireMade(key != nullptr && certificate != nullptr);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kDay);
    X509_set_pubkey(certificate.get(), key.get());
    auto* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    requireMade(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);
    const Owned<std::FILE> keyOut{std::fopen(keyFile.c_str(), "w")};
    const Owned<std::FILE> certificateOut{std::fopen(certificateFile.c_str(), "w")};
    requireMade(keyOut != nullptr && certificateOut != nullptr);
    requireMade(PEM_write_PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    requireMade(PEM_write_X509(certificateOut.get(), certificate.get()) == 1);
}

}  // namespace congvu::testing
