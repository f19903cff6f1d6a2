// SPDX-License-Identifier: Apache-2.0
#include "support/TestToken.h"

#include <dlfcn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stdexcept>

#include "keys/Cryptoki.h"
#include "support/KeyPem.h"

namespace congvu::signing::testing {
namespace {

void mustRun(const std::string& command) {
    if (const auto result = runCommand(command); result.status != 0) {
        throw std::runtime_error(command + ": " + result.output);
    }
}

CK_SLOT_ID slotOf(CK_FUNCTION_LIST& functions, const std::string& label) {
    std::array<CK_SLOT_ID, 32> slots{};
    CK_ULONG count = slots.size();
    keys::requireOk(functions.C_GetSlotList(CK_TRUE, slots.data(), &count), "C_GetSlotList");
    for (CK_ULONG index = 0; index < count; ++index) {
        CK_TOKEN_INFO info{};
        if (functions.C_GetTokenInfo(slots[index], &info) == CKR_OK &&
            std::string(reinterpret_cast<const char*>(info.label), 32).starts_with(label + ' ')) {
            return slots[index];
        }
    }
    throw std::runtime_error("no token " + label);
}

/// Cryptoki with a logged-in session that may write; only while no other user has started it.
void writeTo(const std::string& token, const std::function<void(CK_FUNCTION_LIST&, CK_SESSION_HANDLE)>& write) {
    void* library = ::dlopen(kSoftHsm, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    const auto getFunctionList = reinterpret_cast<CK_C_GetFunctionList>(::dlsym(library, "C_GetFunctionList"));
    CK_FUNCTION_LIST* functions = nullptr;
    keys::requireOk(getFunctionList(&functions), "C_GetFunctionList");
    keys::requireOk(functions->C_Initialize(nullptr), "C_Initialize");
    CK_SESSION_HANDLE session = 0;
    keys::requireOk(functions->C_OpenSession(slotOf(*functions, token), CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr, nullptr, &session),
                    "C_OpenSession");
    std::string pin = TestTokens::kPin;
    keys::requireOk(functions->C_Login(session, CKU_USER, reinterpret_cast<CK_UTF8CHAR_PTR>(pin.data()), pin.size()), "C_Login");
    write(*functions, session);
    functions->C_Finalize(nullptr);
}

void createObject(CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session, keys::ObjectTemplate content) {
    std::vector<CK_ATTRIBUTE> attributes = content.attributes();
    CK_OBJECT_HANDLE object = 0;
    keys::requireOk(functions.C_CreateObject(session, attributes.data(), attributes.size(), &object), "C_CreateObject");
}

Bytes flag(bool isSet) {
    return {static_cast<std::uint8_t>(isSet ? CK_TRUE : CK_FALSE)};
}

Bytes numberOf(const EVP_PKEY* key, const char* name) {
    BIGNUM* number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    Bytes out(static_cast<std::size_t>(BN_num_bytes(number)));
    BN_bn2bin(number, out.data());
    BN_free(number);
    return out;
}

}  // namespace

TestTokens::TestTokens() {
    const std::string tokens = (folder_.path() / "tokens").string();
    std::filesystem::create_directories(tokens);
    const std::string file =
        folder_.write("softhsm2.conf", viewOf("directories.tokendir = " + tokens + "\nlog.level = ERROR\nlibrary.reset_on_fork = true\n"));
    ::setenv("SOFTHSM2_CONF", file.c_str(), 1);
}

TestTokens::~TestTokens() {
    ::unsetenv("SOFTHSM2_CONF");
}

void TestTokens::addToken(const std::string& label) const {
    mustRun("softhsm2-util --init-token --free --label '" + label + "' --pin " + kPin + " --so-pin 13579000");
}

void TestTokens::deleteToken(const std::string& label) const {
    mustRun("softhsm2-util --delete-token --token '" + label + "'");
}

void TestTokens::importKey(const std::string& token, const std::string& label, const std::string& idHex, const IssuedKey& key) const {
    const std::string file = folder_.write(label + ".pem", viewOf(privateKeyPem(key.pkcs8)));
    mustRun("softhsm2-util --import " + file + " --token '" + token + "' --label '" + label + "' --id " + idHex + " --pin " + kPin);
    std::filesystem::remove(file);
}

void TestTokens::writeAlwaysAuthenticatedKey(const std::string& token, const std::string& label, const Bytes& id,
                                             const IssuedKey& key) const {
    const auto* position = reinterpret_cast<const unsigned char*>(key.pkcs8.view().data());
    EVP_PKEY* rsa = d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(key.pkcs8.size()));
    keys::ObjectTemplate content;
    content.with(CKA_CLASS, CKO_PRIVATE_KEY).with(CKA_KEY_TYPE, CKK_RSA).with(CKA_TOKEN, flag(true)).with(CKA_PRIVATE, flag(true));
    content.with(CKA_SENSITIVE, flag(true)).with(CKA_SIGN, flag(true)).with(CKA_ALWAYS_AUTHENTICATE, flag(true));
    content.with(CKA_LABEL, viewOf(label)).with(CKA_ID, id);
    content.with(CKA_MODULUS, numberOf(rsa, OSSL_PKEY_PARAM_RSA_N)).with(CKA_PUBLIC_EXPONENT, numberOf(rsa, OSSL_PKEY_PARAM_RSA_E));
    content.with(CKA_PRIVATE_EXPONENT, numberOf(rsa, OSSL_PKEY_PARAM_RSA_D));
    content.with(CKA_PRIME_1, numberOf(rsa, OSSL_PKEY_PARAM_RSA_FACTOR1)).with(CKA_PRIME_2, numberOf(rsa, OSSL_PKEY_PARAM_RSA_FACTOR2));
    content.with(CKA_EXPONENT_1, numberOf(rsa, OSSL_PKEY_PARAM_RSA_EXPONENT1));
    content.with(CKA_EXPONENT_2, numberOf(rsa, OSSL_PKEY_PARAM_RSA_EXPONENT2));
    content.with(CKA_COEFFICIENT, numberOf(rsa, OSSL_PKEY_PARAM_RSA_COEFFICIENT1));
    EVP_PKEY_free(rsa);
    writeTo(token, [&](CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session) { createObject(functions, session, content); });
}

void TestTokens::writeCertificate(const std::string& token, const std::string& label, const Bytes& id,
                                  const Certificate& certificate) const {
    writeTokenCertificate(token, label, id, certificate);
}

void writeTokenCertificate(const std::string& token, const std::string& label, const Bytes& id, const Certificate& certificate) {
    const auto* position = certificate.der().data();
    X509* x509 = d2i_X509(nullptr, &position, static_cast<long>(certificate.der().size()));
    unsigned char* subject = nullptr;
    const int size = i2d_X509_NAME(X509_get_subject_name(x509), &subject);
    keys::ObjectTemplate content;
    content.with(CKA_CLASS, CKO_CERTIFICATE).with(CKA_CERTIFICATE_TYPE, CKC_X_509).with(CKA_TOKEN, flag(true));
    content.with(CKA_PRIVATE, flag(false)).with(CKA_LABEL, viewOf(label)).with(CKA_ID, id).with(CKA_VALUE, certificate.der());
    content.with(CKA_SUBJECT, ByteView(subject, static_cast<std::size_t>(size)));
    OPENSSL_free(subject);
    X509_free(x509);
    writeTo(token, [&](CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session) { createObject(functions, session, content); });
}

}  // namespace congvu::signing::testing
