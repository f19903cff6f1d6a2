// SPDX-License-Identifier: Apache-2.0
#include "agent/SigningAgent.h"

#include <algorithm>

#include "cms/SignedAttributes.h"
#include "crypto/CertificateNative.h"
#include "keys/EvpSigner.h"

namespace congvu::signing::tool {
namespace {

std::vector<Certificate> chainOf(const Certificate& certificate, const std::vector<Pkcs11Certificate>& entries) {
    constexpr std::size_t kLongest = 8;
    std::vector<Certificate> chain;
    while (chain.size() < kLongest) {
        const Certificate& last = chain.empty() ? certificate : chain.back();
        const auto issuer = std::find_if(entries.begin(), entries.end(), [&last](const Pkcs11Certificate& entry) {
            return entry.certificate.isAuthority() && !entry.certificate.isSelfSigned() && last.isIssuedBy(entry.certificate);
        });
        if (issuer == entries.end() || std::find(chain.begin(), chain.end(), issuer->certificate) != chain.end()) {
            break;
        }
        chain.push_back(issuer->certificate);
    }
    return chain;
}

/// The algorithm of a certificate's key; nothing for keys that make no document signatures.
std::optional<SignatureAlgorithm> deskAlgorithm(const Certificate& certificate) {
    try {
        return keys::defaultAlgorithm(X509_get0_pubkey(crypto::x509Of(certificate)));
    } catch (const SigningError&) {
        return std::nullopt;
    }
}

void requireSignable(const DeskDocument& document, const Certificate& certificate, SignatureAlgorithm algorithm) {
    if (document.attributes.empty()) {
        keys::requireDigestOf(algorithm, document.digest);
    } else if (!document.digest.empty() || !cms::areSignedAttributesOf(certificate, document.attributes)) {
        throw SigningError(ErrorCode::invalidArgument, "these are not the signed attributes of a signature by this certificate");
    }
}

DeskResult signOne(const Signer& signer, const DeskDocument& document) {
    try {
        const Bytes digest =
            document.attributes.empty() ? document.digest : crypto::digest(digestNameOf(signer.algorithm()), document.attributes);
        Bytes value = signer.signDigest(digest);
        if (!keys::verifiesDigest(signer.certificate(), signer.algorithm(), digest, value)) {
            throw SigningError(ErrorCode::keyMismatch, "the token's signature does not verify under its certificate");
        }
        return {std::move(value), std::nullopt};
    } catch (const SigningError& error) {
        return {{}, error};
    }
}

/// Claims the desk until its end.
class OneAct {
public:
    explicit OneAct(std::atomic<bool>& isActing) : isActing_(isActing) {
        if (isActing_.exchange(true)) {
            throw SigningError(ErrorCode::tokenFailure, "another act is under way at this desk");
        }
    }
    ~OneAct() { isActing_ = false; }
    OneAct(const OneAct&) = delete;
    OneAct& operator=(const OneAct&) = delete;

private:
    std::atomic<bool>& isActing_;
};

/// Errors after which the next document would fare no better.
bool endsTheAct(const DeskResult& result) {
    return result.error.has_value() && result.error->code() != ErrorCode::keyMismatch;
}

}  // namespace

SigningAgent::SigningAgent(const std::vector<std::string>& modulePaths, Desk& desk) : desk_(desk) {
    std::transform(modulePaths.begin(), modulePaths.end(), std::back_inserter(modules_), &Pkcs11Module::load);
}

std::vector<DeskCertificate> SigningAgent::certificates() const {
    std::vector<DeskCertificate> out;
    for (const auto& module : modules_) {
        std::vector<Pkcs11Certificate> entries;
        try {
            entries = module->certificates();
        } catch (const SigningError&) {
            continue;  // another module's tokens are still offered
        }
        for (const Pkcs11Certificate& entry : entries) {
            const auto algorithm = deskAlgorithm(entry.certificate);
            if (algorithm && !entry.certificate.isAuthority() && entry.certificate.allowsSignatures()) {
                out.push_back({entry, chainOf(entry.certificate, entries), *algorithm});
            }
        }
    }
    return out;
}

std::shared_ptr<const Signer> SigningAgent::open(const DeskCertificate& certificate, const SigningAct& act,
                                                 std::optional<SignatureAlgorithm> algorithm) const {
    std::optional<SecretText> pin = SecretText();
    const Pkcs11TokenInfo& token = certificate.entry.token;
    if (token.isLoginRequired && !token.hasPinPad) {
        pin = desk_.pin(act, token.isPinLastTry);
    }
    if (!pin) {
        throw RefusedByPerson();
    }
    auto signer = Pkcs11Signer::open(Pkcs11Module::load(certificate.entry.modulePath), certificate.entry.uri(), pin->view(), algorithm);
    if (!(signer->certificate() == certificate.entry.certificate)) {
        throw SigningError(ErrorCode::certificateNotFound, "the token has a newer certificate for this key; choose that one");
    }
    return signer;
}

std::vector<DeskResult> SigningAgent::sign(const std::string& origin, const std::string& fingerprint,
                                           std::optional<SignatureAlgorithm> algorithm, const std::vector<DeskDocument>& documents) {
    const OneAct one(isActing_);
    const auto known = certificates();
    const auto found = std::find_if(known.begin(), known.end(), [&fingerprint](const DeskCertificate& certificate) {
        return certificate.entry.certificate.fingerprint() == fingerprint;
    });
    if (found == known.end()) {
        throw SigningError(ErrorCode::certificateNotFound, "no token here has this certificate");
    }
    const Certificate& certificate = found->entry.certificate;
    const SignatureAlgorithm chosen = keys::algorithmFor(X509_get0_pubkey(crypto::x509Of(certificate)), algorithm);
    SigningAct act{origin, certificate.commonName(), certificate.issuerCommonName(), found->entry.token.label, {}};
    for (const DeskDocument& document : documents) {
        requireSignable(document, certificate, chosen);
        act.titles.push_back(document.title);
    }
    if (!desk_.allows(act)) {
        throw RefusedByPerson();
    }
    const auto signer = open(*found, act, algorithm);
    std::vector<DeskResult> results;
    for (const DeskDocument& document : documents) {
        const bool isOver = !results.empty() && endsTheAct(results.back());
        results.push_back(isOver ? DeskResult{{}, results.back().error} : signOne(*signer, document));
    }
    return results;
}

}  // namespace congvu::signing::tool
