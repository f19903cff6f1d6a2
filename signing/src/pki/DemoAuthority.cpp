// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/pki/DemoAuthority.h"

#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <ctime>

#include "congvu/signing/keys/PrivateKeySigner.h"
#include "crypto/CertificateNative.h"

namespace congvu::signing {
namespace {

using crypto::require;
using SerialPointer = std::unique_ptr<ASN1_INTEGER, crypto::Deleter<ASN1_INTEGER_free>>;
using ExtensionPointer = std::unique_ptr<X509_EXTENSION, crypto::Deleter<X509_EXTENSION_free>>;

/// Which extensions a certificate gets.
enum class Role { root, intermediate, signer, timeStamper };

struct Extension {
    int nid;
    const char* value;
};

std::vector<Extension> extensionsOf(Role role) {
    switch (role) {
        case Role::root:
            return {{NID_basic_constraints, "critical,CA:TRUE"},
                    {NID_key_usage, "critical,keyCertSign,cRLSign"},
                    {NID_subject_key_identifier, "hash"}};
        case Role::intermediate:
            return {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                    {NID_key_usage, "critical,keyCertSign,cRLSign"},
                    {NID_subject_key_identifier, "hash"},
                    {NID_authority_key_identifier, "keyid"}};
        case Role::signer:
            return {{NID_basic_constraints, "critical,CA:FALSE"},
                    {NID_key_usage, "critical,digitalSignature,nonRepudiation"},
                    {NID_subject_key_identifier, "hash"},
                    {NID_authority_key_identifier, "keyid"}};
        case Role::timeStamper:
            return {{NID_basic_constraints, "critical,CA:FALSE"},
                    {NID_key_usage, "critical,digitalSignature"},
                    {NID_ext_key_usage, "critical,timeStamping"},
                    {NID_subject_key_identifier, "hash"},
                    {NID_authority_key_identifier, "keyid"}};
    }
    return {};
}

crypto::KeyPointer generateKey(KeyKind kind) {
    switch (kind) {
        case KeyKind::rsa2048:
            return crypto::KeyPointer(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048}));
        case KeyKind::rsa3072:
            return crypto::KeyPointer(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{3072}));
        case KeyKind::ecP256:
            return crypto::KeyPointer(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
        case KeyKind::ecP384:
            return crypto::KeyPointer(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-384"));
    }
    return nullptr;
}

SerialPointer randomSerial() {
    Bytes raw(16);
    require(RAND_bytes(raw.data(), static_cast<int>(raw.size())) == 1, ErrorCode::cryptoFailure, "no random bytes");
    raw[0] = static_cast<std::uint8_t>((raw[0] & 0x3F) | 0x40);
    BIGNUM* number = BN_bin2bn(raw.data(), static_cast<int>(raw.size()), nullptr);
    SerialPointer serial(BN_to_ASN1_INTEGER(number, nullptr));
    BN_free(number);
    return serial;
}

void setName(X509_NAME* name, const CertificateSubject& subject) {
    const auto add = [name](const char* field, const std::string& value) {
        if (!value.empty()) {
            X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(value.data()),
                                       static_cast<int>(value.size()), -1, 0);
        }
    };
    add("C", "VN");
    add("L", subject.locality);
    add("O", subject.organization);
    add("CN", subject.commonName);
}

std::time_t secondsOf(Instant instant) {
    return static_cast<std::time_t>(instant.time_since_epoch().count());
}

void addExtensions(X509* certificate, X509* issuer, Role role) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (const Extension& extension : extensionsOf(role)) {
        const ExtensionPointer made(X509V3_EXT_conf_nid(nullptr, &context, extension.nid, extension.value));
        require(made != nullptr && X509_add_ext(certificate, made.get(), -1) == 1, ErrorCode::cryptoFailure,
                "an extension could not be made");
    }
}

/// `issuer` is null for a root, which signs itself.
crypto::X509Pointer makeCertificate(const CertificateSubject& subject, Validity validity, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuerKey,
                                    Role role) {
    crypto::X509Pointer certificate(X509_new());
    X509* raw = certificate.get();
    X509* signer = issuer == nullptr ? raw : issuer;
    setName(X509_get_subject_name(raw), subject);
    const bool good = X509_set_version(raw, X509_VERSION_3) == 1 && X509_set_serialNumber(raw, randomSerial().get()) == 1 &&
                      ASN1_TIME_set(X509_getm_notBefore(raw), secondsOf(validity.notBefore)) != nullptr &&
                      ASN1_TIME_set(X509_getm_notAfter(raw), secondsOf(validity.notAfter)) != nullptr &&
                      X509_set_issuer_name(raw, X509_get_subject_name(signer)) == 1 && X509_set_pubkey(raw, key) == 1;
    require(good, ErrorCode::cryptoFailure, "a certificate could not be made");
    addExtensions(raw, signer, role);
    require(X509_sign(raw, issuerKey == nullptr ? key : issuerKey, crypto::digestAlgorithm("SHA256")) > 0, ErrorCode::cryptoFailure,
            "a certificate could not be signed");
    return certificate;
}

SecretText pkcs8Of(const EVP_PKEY* key) {
    PKCS8_PRIV_KEY_INFO* info = EVP_PKEY2PKCS8(key);
    require(info != nullptr, ErrorCode::cryptoFailure, "a private key could not be written");
    const int size = i2d_PKCS8_PRIV_KEY_INFO(info, nullptr);
    SecretText out(static_cast<std::size_t>(size > 0 ? size : 0));
    auto* position = reinterpret_cast<unsigned char*>(out.data());
    i2d_PKCS8_PRIV_KEY_INFO(info, &position);
    PKCS8_PRIV_KEY_INFO_free(info);
    return out;
}

}  // namespace

/// Keys and certificates of root and intermediate. The root's key is dropped once the intermediate is made.
struct DemoAuthority::Native {
    crypto::KeyPointer intermediateKey;
    Certificate root;
    Certificate intermediate;
};

DemoAuthority::DemoAuthority(const std::string& name, Validity validity, KeyKind kind) {
    const crypto::KeyPointer rootKey = generateKey(kind);
    crypto::KeyPointer intermediateKey = generateKey(kind);
    require(rootKey != nullptr && intermediateKey != nullptr, ErrorCode::cryptoFailure, "a key could not be generated");
    const auto root = makeCertificate({name + " – Root CA", name, {}}, validity, rootKey.get(), nullptr, nullptr, Role::root);
    const auto intermediate =
        makeCertificate({name + " – Issuing CA", name, {}}, validity, intermediateKey.get(), root.get(), rootKey.get(), Role::intermediate);
    native_ = std::make_unique<Native>(
        Native{std::move(intermediateKey), crypto::certificateOf(root.get()), crypto::certificateOf(intermediate.get())});
}

DemoAuthority::~DemoAuthority() = default;
DemoAuthority::DemoAuthority(DemoAuthority&&) noexcept = default;
DemoAuthority& DemoAuthority::operator=(DemoAuthority&&) noexcept = default;

const Certificate& DemoAuthority::root() const {
    return native_->root;
}

const Certificate& DemoAuthority::intermediate() const {
    return native_->intermediate;
}

namespace {

IssuedKey issue(const CertificateSubject& subject, Validity validity, KeyKind kind, const Certificate& issuer, EVP_PKEY* issuerKey,
                Role role) {
    const crypto::KeyPointer key = generateKey(kind);
    require(key != nullptr, ErrorCode::cryptoFailure, "a key could not be generated");
    const auto certificate = makeCertificate(subject, validity, key.get(), crypto::x509Of(issuer), issuerKey, role);
    return {pkcs8Of(key.get()), crypto::certificateOf(certificate.get()), {issuer}};
}

}  // namespace

IssuedKey DemoAuthority::issueSigner(const CertificateSubject& subject, Validity validity, KeyKind kind) const {
    return issue(subject, validity, kind, native_->intermediate, native_->intermediateKey.get(), Role::signer);
}

IssuedKey DemoAuthority::issueTimeStamper(const CertificateSubject& subject, Validity validity, KeyKind kind) const {
    return issue(subject, validity, kind, native_->intermediate, native_->intermediateKey.get(), Role::timeStamper);
}

std::shared_ptr<const Signer> IssuedKey::signer() const {
    return PrivateKeySigner::load(pkcs8, certificate, chain);
}

Bytes IssuedKey::toPkcs12(std::string_view passphrase, std::string_view friendlyName) const {
    const auto* position = reinterpret_cast<const unsigned char*>(pkcs8.view().data());
    const crypto::KeyPointer key(d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(pkcs8.size())));
    require(key != nullptr, ErrorCode::unreadableKey, "not a PKCS#8 private key");
    SecretText terminated(passphrase.size() + 1);
    passphrase.copy(terminated.data(), passphrase.size());
    const std::string name(friendlyName);
    const auto stack = crypto::stackOf(chain);
    const crypto::Pkcs12Pointer container(
        PKCS12_create(terminated.data(), name.c_str(), key.get(), crypto::x509Of(certificate), stack.get(), 0, 0, 0, 0, 0));
    require(container != nullptr, ErrorCode::cryptoFailure, "the PKCS#12 container could not be made");
    return crypto::toDer(container.get(), i2d_PKCS12);
}

}  // namespace congvu::signing
