// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/Pkcs11Signer.h"

#include <openssl/err.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>

#include "crypto/CertificateNative.h"
#include "keys/EcdsaValue.h"
#include "keys/EvpSigner.h"
#include "keys/Pkcs11Token.h"

namespace congvu::signing {
namespace {

using keys::Pkcs11Token;

/// A private key of the token and the certificate that belongs to it.
struct TokenKey {
    Bytes label;
    Bytes id;
    bool isAlwaysAuthenticated = false;
};

/// DER of DigestInfo up to the digest (RFC 8017, 9.2, note 1). CKM_RSA_PKCS only pads.
Bytes digestInfo(std::string_view digestName, const Bytes& digest) {
    const std::uint8_t last = digestName == "SHA512" ? 3 : digestName == "SHA384" ? 2 : 1;
    const auto size = static_cast<std::uint8_t>(digest.size());
    Bytes out{0x30, static_cast<std::uint8_t>(size + 17),
              0x30, 0x0d,
              0x06, 0x09,
              0x60, 0x86,
              0x48, 0x01,
              0x65, 0x03,
              0x04, 0x02,
              last, 0x05,
              0x00, 0x04,
              size};
    out.insert(out.end(), digest.begin(), digest.end());
    return out;
}

/// What one attempt gave. While the key was not used, another attempt cannot make a second signature.
struct Attempt {
    CK_RV result = CKR_OK;
    const char* function = "";
    bool isKeyUsed = false;
    Bytes signature;
};

class TokenSigner : public Signer {
public:
    TokenSigner(std::shared_ptr<Pkcs11Token> token, TokenKey key, Certificate certificate, std::vector<Certificate> chain,
                SignatureAlgorithm algorithm)
        : token_(std::move(token)),
          key_(std::move(key)),
          certificate_(std::move(certificate)),
          chain_(std::move(chain)),
          algorithm_(algorithm) {}

    const Certificate& certificate() const override { return certificate_; }
    const std::vector<Certificate>& chain() const override { return chain_; }
    SignatureAlgorithm algorithm() const override { return algorithm_; }

    Bytes sign(ByteView toBeSigned) const override { return signDigest(crypto::digest(digestNameOf(algorithm_), toBeSigned)); }

    Bytes signDigest(ByteView digest) const override {
        keys::requireDigestOf(algorithm_, digest);
        const Bytes input = inputOf({digest.begin(), digest.end()});
        Attempt attempt = signOnce(input);
        if (!attempt.isKeyUsed && keys::isSessionLost(attempt.result)) {
            attempt = signOnce(input);
        }
        keys::requireOk(attempt.result, attempt.function);
        return isRsa(algorithm_) ? std::move(attempt.signature) : keys::ecdsaValueOf(attempt.signature);
    }

private:
    Bytes inputOf(Bytes digest) const {
        if (algorithm_ == SignatureAlgorithm::rsaPssSha256) {
            return digest;
        }
        if (isRsa(algorithm_)) {
            return digestInfo(digestNameOf(algorithm_), digest);
        }
        // FIPS 186-4, 6.4: the leftmost bits of a digest that is longer than the curve's order.
        digest.resize(std::min(digest.size(), static_cast<std::size_t>(certificate_.keyBits() + 7) / 8));
        return digest;
    }

    Attempt signOnce(const Bytes& input) const {
        Pkcs11Token::Lease session = token_->lease();
        Attempt attempt = signIn(session, input);
        if (attempt.result == CKR_OK) {
            session.keep();
        } else {
            session.fail(attempt.result);
        }
        return attempt;
    }

    Attempt signIn(Pkcs11Token::Lease& session, const Bytes& input) const {
        CK_FUNCTION_LIST& functions = token_->functions();
        const auto key = session.privateKey(key_.label, key_.id);
        if (!key) {
            return {CKR_KEY_HANDLE_INVALID, "C_FindObjects", false, {}};
        }
        if (const CK_RV result = begin(functions, session.handle(), *key); result != CKR_OK) {
            return {result, "C_SignInit", false, {}};
        }
        if (key_.isAlwaysAuthenticated) {
            token_->authenticateOnce(session.handle());
        }
        Bytes data = input;
        Bytes signature(2048);
        CK_ULONG size = signature.size();
        const CK_RV result = functions.C_Sign(session.handle(), data.data(), data.size(), signature.data(), &size);
        signature.resize(result == CKR_OK ? size : 0);
        // A token that nobody is logged in to has not used the key.
        return {result, "C_Sign", result != CKR_USER_NOT_LOGGED_IN, std::move(signature)};
    }

    CK_RV begin(CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE key) const {
        constexpr CK_ULONG kSaltSize = 32;
        ck_rsa_pkcs_pss_params pss{CKM_SHA256, CKG_MGF1_SHA256, kSaltSize};
        CK_MECHANISM mechanism{isRsa(algorithm_) ? CKM_RSA_PKCS : CKM_ECDSA, nullptr, 0};
        if (algorithm_ == SignatureAlgorithm::rsaPssSha256) {
            mechanism = {CKM_RSA_PKCS_PSS, &pss, sizeof pss};
        }
        return functions.C_SignInit(session, &mechanism, key);
    }

    std::shared_ptr<Pkcs11Token> token_;
    TokenKey key_;
    Certificate certificate_;
    std::vector<Certificate> chain_;
    SignatureAlgorithm algorithm_;
};

bool fits(const std::optional<std::string>& wanted, std::string_view value) {
    return !wanted || *wanted == value;
}

bool fits(const Pkcs11Uri& uri, const Pkcs11TokenInfo& token) {
    return token.isInitialized && fits(uri.token, token.label) && fits(uri.manufacturer, token.manufacturer) &&
           fits(uri.model, token.model) && fits(uri.serial, token.serial) && fits(uri.slotDescription, token.slotDescription) &&
           fits(uri.slotManufacturer, token.slotManufacturer) && (!uri.slotId || *uri.slotId == token.slotId);
}

/// The one token that the URI names. A PIN is never shown to several, so a URI without a token must be decided by the
/// certificates that can be read without it.
Pkcs11TokenInfo tokenOf(const Pkcs11Module& module, const Pkcs11Uri& uri) {
    std::vector<Pkcs11TokenInfo> tokens = module.tokens();
    std::erase_if(tokens, [&uri](const Pkcs11TokenInfo& token) { return !fits(uri, token); });
    if (tokens.empty()) {
        throw SigningError(ErrorCode::tokenNotFound, "no token fits the PKCS#11 URI");
    }
    if (tokens.size() > 1) {
        const auto certificates = module.certificates();
        std::erase_if(tokens, [&](const Pkcs11TokenInfo& token) {
            return std::none_of(certificates.begin(), certificates.end(), [&](const Pkcs11Certificate& entry) {
                return entry.token.slotId == token.slotId && !entry.certificate.isAuthority() && fits(uri.object, entry.label) &&
                       fits(uri.id, textOf(entry.id));
            });
        });
    }
    if (tokens.size() != 1) {
        throw SigningError(ErrorCode::invalidArgument, "several tokens fit the PKCS#11 URI; name one by token, serial or slot-id");
    }
    return tokens.front();
}

/// A private key as it was found, before it is known which one is meant.
struct Candidate {
    CK_OBJECT_HANDLE object = 0;
    Bytes label;
    Bytes id;
};

std::vector<Candidate> signingKeysIn(CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session) {
    std::vector<Candidate> out;
    for (const CK_OBJECT_HANDLE object : keys::findObjects(functions, session, keys::ObjectTemplate().with(CKA_CLASS, CKO_PRIVATE_KEY))) {
        if (keys::flagOf(functions, session, object, CKA_SIGN)) {
            out.push_back({object, keys::attributeOf(functions, session, object, CKA_LABEL).value_or(Bytes{}),
                           keys::attributeOf(functions, session, object, CKA_ID).value_or(Bytes{})});
        }
    }
    return out;
}

/// The key whose object or certificate has the URI's name and id.
Candidate keyOf(std::vector<Candidate> candidates, const std::vector<keys::CertificateObject>& certificates, const Pkcs11Uri& uri) {
    const auto isNamed = [&uri](std::string_view label, const Bytes& id) { return fits(uri.object, label) && fits(uri.id, textOf(id)); };
    const auto isNamedByCertificate = [&](const Candidate& key) {
        return std::any_of(certificates.begin(), certificates.end(), [&](const keys::CertificateObject& object) {
            return !key.id.empty() && object.id == key.id && isNamed(object.label, object.id);
        });
    };
    const bool isKeyMeant = !uri.type || *uri.type == "private";
    std::vector<Candidate> found;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(found),
                 [&](const Candidate& key) { return isKeyMeant && isNamed(textOf(key.label), key.id); });
    if (found.empty()) {
        std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(found), isNamedByCertificate);
    }
    if (found.empty()) {
        throw SigningError(ErrorCode::keyNotFound, "no private key for signatures fits the PKCS#11 URI");
    }
    if (found.size() > 1) {
        throw SigningError(ErrorCode::invalidArgument, "several keys fit the PKCS#11 URI; name one by id or object");
    }
    return found.front();
}

/// False only when the token tells an RSA modulus that is not the certificate's.
bool mayBelong(CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE key, const Certificate& certificate) {
    const auto modulus = keys::attributeOf(functions, session, key, CKA_MODULUS);
    if (!modulus || modulus->empty()) {
        return true;
    }
    BIGNUM* ofCertificate = nullptr;
    const bool isRsaCertificate = EVP_PKEY_get_bn_param(X509_get0_pubkey(crypto::x509Of(certificate)), "n", &ofCertificate) == 1;
    ERR_clear_error();
    BIGNUM* ofKey = BN_bin2bn(modulus->data(), static_cast<int>(modulus->size()), nullptr);
    const bool isEqual = isRsaCertificate && BN_cmp(ofKey, ofCertificate) == 0;
    BN_free(ofKey);
    BN_free(ofCertificate);
    return isEqual;
}

/// The newest certificate with the key's CKA_ID: renewed certificates stay on tokens beside the old ones.
Certificate certificateOf(const Candidate& key, const std::vector<keys::CertificateObject>& certificates, CK_FUNCTION_LIST& functions,
                          CK_SESSION_HANDLE session) {
    std::optional<Certificate> newest;
    bool isAnyThere = false;
    for (const keys::CertificateObject& object : certificates) {
        if (key.id.empty() || object.id != key.id) {
            continue;
        }
        isAnyThere = true;
        if (mayBelong(functions, session, key.object, object.certificate) &&
            (!newest || newest->notBefore() < object.certificate.notBefore())) {
            newest = object.certificate;
        }
    }
    if (!newest) {
        throw SigningError(
            isAnyThere ? ErrorCode::keyMismatch : ErrorCode::certificateNotFound,
            isAnyThere ? "the certificate with the key's CKA_ID is that of another key" : "no certificate has the key's CKA_ID");
    }
    return *newest;
}

std::vector<Certificate> chainOf(const Certificate& certificate, const std::vector<keys::CertificateObject>& objects) {
    constexpr std::size_t kLongest = 8;
    std::vector<Certificate> chain;
    const Certificate* last = &certificate;
    while (chain.size() < kLongest) {
        const auto issuer = std::find_if(objects.begin(), objects.end(), [last](const keys::CertificateObject& object) {
            return !object.certificate.isSelfSigned() && object.certificate.isAuthority() && last->isIssuedBy(object.certificate);
        });
        if (issuer == objects.end() || std::find(chain.begin(), chain.end(), issuer->certificate) != chain.end()) {
            break;
        }
        chain.push_back(issuer->certificate);
        last = &issuer->certificate;
    }
    return chain;
}

}  // namespace

std::shared_ptr<const Signer> Pkcs11Signer::open(const std::shared_ptr<Pkcs11Module>& module, const Pkcs11Uri& uri, std::string_view pin,
                                                 std::optional<SignatureAlgorithm> algorithm) {
    auto token = Pkcs11Token::open(module, tokenOf(*module, uri), pin);
    Pkcs11Token::Lease session = token->lease();
    CK_FUNCTION_LIST& functions = token->functions();
    const auto certificates = keys::certificatesIn(functions, session.handle());
    const Candidate found = keyOf(signingKeysIn(functions, session.handle()), certificates, uri);
    const Certificate certificate = certificateOf(found, certificates, functions, session.handle());
    TokenKey key{found.label, found.id, keys::flagOf(functions, session.handle(), found.object, CKA_ALWAYS_AUTHENTICATE)};
    auto chain = chainOf(certificate, certificates);
    const SignatureAlgorithm chosen = keys::algorithmFor(X509_get0_pubkey(crypto::x509Of(certificate)), algorithm);
    session.keep();
    return std::make_shared<TokenSigner>(token, std::move(key), certificate, std::move(chain), chosen);
}

}  // namespace congvu::signing
