// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/CscSigner.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "crypto/CertificateNative.h"
#include "keys/CscAlgorithms.h"
#include "keys/EcdsaValue.h"
#include "keys/EvpSigner.h"

namespace congvu::signing {
namespace {

bool isOutOfBand(const CscAuthenticationObject& object) {
    return object.type.ends_with("OOB");
}

/// True when the objects are alternatives, so that not all of them must be answered (11.4, auth/expression).
bool hasAlternatives(const std::string& expression) {
    return expression.find("OR") != std::string::npos;  // also XOR
}

void requireUsable(const CscCredential& credential) {
    if (!credential.isKeyEnabled) {
        throw SigningError(ErrorCode::unreadableKey, "the key of the credential is disabled");
    }
    if (credential.certificates.empty()) {
        throw SigningError(ErrorCode::certificateNotFound, "the credential has no certificate");
    }
    if (credential.certificateStatus == "revoked" || credential.certificateStatus == "suspended") {
        throw SigningError(ErrorCode::certificateRevoked, "the service calls the certificate " + credential.certificateStatus);
    }
    if (credential.authorizationMode != "explicit" && credential.authorizationMode != "oauth2code") {
        throw SigningError(ErrorCode::remoteServiceFailed, "the credential has an unknown mode of authorization");
    }
}

}  // namespace

CscSigner::CscSigner(std::shared_ptr<const CscClient> client, CscCredential credential, CscSecrets secrets,
                     std::optional<SignatureAlgorithm> algorithm)
    : client_(std::move(client)),
      credential_(std::move(credential)),
      secrets_(std::move(secrets)),
      algorithm_(keys::algorithmFor(X509_get0_pubkey(crypto::x509Of(credential_.certificates.front())), algorithm)) {
    std::copy_if(credential_.certificates.begin() + 1, credential_.certificates.end(), std::back_inserter(chain_),
                 [](const Certificate& certificate) { return !certificate.isSelfSigned(); });
    keys::cscAlgorithmOf(algorithm_, credential_.algorithms);
}

std::shared_ptr<const CscSigner> CscSigner::open(std::shared_ptr<const CscClient> client, const std::string& credential, CscSecrets secrets,
                                                 std::optional<SignatureAlgorithm> algorithm) {
    CscCredential found = client->credential(credential);
    requireUsable(found);
    return std::shared_ptr<const CscSigner>(new CscSigner(std::move(client), std::move(found), std::move(secrets), algorithm));
}

std::vector<CscAuthentication> CscSigner::authentications() const {
    std::vector<CscAuthentication> out;
    for (const CscAuthenticationObject& object : credential_.objects) {
        if (isOutOfBand(object)) {
            out.push_back({object.id, SecretText()});
            continue;
        }
        CscQuestion question{object, {}};
        if (object.type == "ChallengeResponse") {
            question.challenge = client_->challenge(credential_.id, object.id);
        }
        SecretText answer = secrets_(question);
        if (!answer.empty()) {
            out.push_back({object.id, std::move(answer)});
        } else if (!hasAlternatives(credential_.expression)) {
            // Asking without it would only use up one of the attempts.
            throw SigningError(ErrorCode::invalidArgument, "the credential needs \"" + object.id + "\" to sign");
        }
    }
    return out;
}

/// The value as CMS holds it, verified: what a service gives is not believed.
Bytes CscSigner::checked(const Bytes& digest, Bytes value) const {
    if (keys::verifiesDigest(certificate(), algorithm_, digest, value)) {
        return value;
    }
    if (!isRsa(algorithm_) && !value.empty() && value.size() % 2 == 0) {
        Bytes converted = keys::ecdsaValueOf(value);
        if (keys::verifiesDigest(certificate(), algorithm_, digest, converted)) {
            return converted;
        }
    }
    throw SigningError(ErrorCode::keyMismatch, "the service's signature does not verify under the credential's certificate");
}

CscSigner::Transaction::Transaction(const CscSigner& signer, std::size_t signatures) : signer_(signer), left_(signatures) {
    if (signatures == 0 || signatures > signer.credential_.multisign) {
        throw SigningError(ErrorCode::invalidArgument,
                           "the credential allows " + std::to_string(signer.credential_.multisign) + " signatures at once");
    }
}

std::vector<Bytes> CscSigner::Transaction::sign(std::span<const Bytes> digests) {
    if (digests.empty() || digests.size() > left_) {
        throw SigningError(ErrorCode::invalidArgument, "more hashes than the authorization is for");
    }
    for (const Bytes& digest : digests) {
        keys::requireDigestOf(signer_.algorithm_, digest);
    }
    const CscHashes hashes{signer_.algorithm_, {digests.begin(), digests.end()}};
    const CscCredential& credential = signer_.credential_;
    if (credential.authorizationMode == "explicit") {
        activation_ = isAuthorized_ ? signer_.client_->extendTransaction(credential.id, activation_, hashes)
                                    : signer_.client_->authorize(credential.id, left_, hashes, signer_.authentications());
    }
    isAuthorized_ = true;
    std::vector<Bytes> values = signer_.client_->signHashes(credential, activation_, hashes);
    for (std::size_t index = 0; index < values.size(); ++index) {
        values[index] = signer_.checked(digests[index], std::move(values[index]));
    }
    left_ -= digests.size();
    return values;
}

Bytes CscSigner::sign(ByteView toBeSigned) const {
    return signDigest(crypto::digest(digestNameOf(algorithm_), toBeSigned));
}

Bytes CscSigner::signDigest(ByteView digest) const {
    const Bytes one(digest.begin(), digest.end());
    return signDigests({&one, 1}).front();
}

std::vector<Bytes> CscSigner::signDigests(std::span<const Bytes> digests) const {
    std::vector<Bytes> out;
    while (!digests.empty()) {
        const std::size_t part = std::min(digests.size(), credential_.multisign);
        Transaction transaction(*this, part);
        for (Bytes& value : transaction.sign(digests.first(part))) {
            out.push_back(std::move(value));
        }
        digests = digests.subspan(part);
    }
    return out;
}

}  // namespace congvu::signing
