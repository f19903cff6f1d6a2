// SPDX-License-Identifier: Apache-2.0
#include "service/EnrolToken.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "congvu/signing/Base64.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/DeferredSigner.h"
#include "congvu/signing/keys/ProofOfPossession.h"
#include "congvu/signing/trust/AlgorithmPolicy.h"
#include "congvu/signing/trust/ChainBuilder.h"
#include "service/KeyVault.h"

#include <algorithm>
#include <iterator>

namespace congvu::signingdesk {

namespace {

constexpr const char* kCertificatePointer = "/certificate";

signing::Instant instantOfCheck(Timestamp at) {
    return std::chrono::floor<std::chrono::seconds>(at);
}

signing::Certificate certificateFrom(const std::string& base64, const char* pointer) {
    const auto der = signing::fromBase64(base64);
    try {
        return signing::Certificate::fromDer(der.value_or(signing::Bytes{}));
    } catch (const signing::SigningError&) {
        throw AppError::invalidField(pointer, "signing.not-a-certificate");
    }
}

/// Key usage, validity and strength, as they are asked for again before each signature.
void requireDocumentSigner(const signing::Certificate& certificate, Timestamp now) {
    requireUsableCertificate(certificate, now, kCertificatePointer);
    try {
        const auto digest = signing::digestNameOf(signing::usualAlgorithmOf(certificate));
        const auto policy = signing::AlgorithmPolicy::standard();
        const auto at = instantOfCheck(now);
        if (!policy.acceptsKey(certificate.keyType(), certificate.keyBits(), at) || !policy.acceptsDigest(digest, at)) {
            throw AppError::invalidField(kCertificatePointer, "signing.error.weakAlgorithm");
        }
    } catch (const signing::SigningError&) {
        throw AppError::invalidField(kCertificatePointer, "signing.certificate-not-for-signing");
    }
    if (certificate.isAuthority()) {
        throw AppError::invalidField(kCertificatePointer, "signing.certificate-not-for-signing");
    }
}

/// Never the same twice, and clear about what it is for.
std::string statementOf(const http::Caller& caller, const signing::Certificate& certificate, const std::string& challengeId) {
    return "Congvu: đăng ký chứng thư số " + certificate.fingerprint() + " cho người dùng " + caller.personId + " tại cơ quan " +
           caller.agencyId + ", mã " + challengeId + newId();
}

}  // namespace

ChallengeView EnrolToken::challenge(const http::Caller& caller, const TokenCertificate& token) {
    if (!caller.may(permissionToSign(token.owner))) {
        throw AppError::forbidden();
    }
    const auto now = services_.clock.now();
    const auto certificate = certificateFrom(token.certificate, kCertificatePointer);
    requireDocumentSigner(certificate, now);
    std::vector<signing::Certificate> supplied;
    std::ranges::transform(token.chain, std::back_inserter(supplied),
                           [](const std::string& base64) { return certificateFrom(base64, "/chain"); });
    TokenChallenge made;
    made.id = newId();
    made.personId = caller.personId;
    made.agencyId = caller.agencyId;
    made.owner = token.owner;
    made.certificatePem = certificate.toPem();
    made.chainPem = pemOf(trustedChain(certificate, supplied));
    made.statement = statementOf(caller, certificate, made.id);
    made.expiresAt = now + kChallengeLife;
    services_.db.write([&](db::Tx& tx) {
        refuseSecond(tx, caller, certificate);
        challenges_.insert(tx, made);
    });
    return {made.id,
            signing::toBase64(signing::ProofOfPossession::toBeSigned(certificate, made.statement)),
            std::string{signing::nameOf(signing::usualAlgorithmOf(certificate))},
            certificate.commonName(),
            certificate.organization(),
            certificate.issuerCommonName(),
            certificate.notBefore(),
            certificate.notAfter(),
            made.expiresAt};
}

std::vector<signing::Certificate> EnrolToken::trustedChain(const signing::Certificate& certificate,
                                                           const std::vector<signing::Certificate>& supplied) {
    const auto trust = services_.roots.trust();
    // One that begins later may be enrolled ahead of its day, as from a file; signing waits for it.
    const auto at = std::max(instantOfCheck(services_.clock.now()), certificate.notBefore());
    const auto chain = signing::ChainBuilder{*trust}.build(certificate, supplied, at);
    if (chain.status == signing::ChainStatus::untrusted) {
        throw AppError::invalidField(kCertificatePointer, "signing.certificate-untrusted", {{"issuer", certificate.issuerCommonName()}});
    }
    if (chain.status != signing::ChainStatus::trusted) {
        const auto& offender = chain.offender.value_or(certificate);
        throw AppError::invalidField(kCertificatePointer, "signing.certificate-chain-broken", {{"subject", offender.commonName()}});
    }
    // Without the certificate itself and the root; a root is no document signer, so there are at least these two.
    return chain.path.size() < 2 ? std::vector<signing::Certificate>{}
                                 : std::vector<signing::Certificate>{chain.path.begin() + 1, chain.path.end() - 1};
}

void EnrolToken::refuseSecond(db::Reader& reader, const http::Caller& caller, const signing::Certificate& certificate) const {
    const auto known = keys_.listFor(reader, caller.personId, caller.may("signing.seal") ? caller.agencyId : std::string{});
    const auto isSame = [pem = certificate.toPem()](const SigningKey& key) {
        return key.kind == KeyKind::token && key.certificatePem == pem;
    };
    if (std::ranges::any_of(known, isSame)) {
        throw AppError{ErrorKind::conflict, "signing.certificate-enrolled"};
    }
}

KeyView EnrolToken::enrol(const http::Caller& caller, const TokenEnrolment& enrolment) {
    const auto now = services_.clock.now();
    // Good once, also when the signature is another's: nobody tries values.
    const auto challenge = services_.db.write([&](db::Tx& tx) { return challenges_.take(tx, caller, enrolment.challengeId, now); });
    if (!challenge) {
        throw AppError{ErrorKind::conflict, "signing.challenge-ended"};
    }
    if (!caller.may(permissionToSign(challenge->owner))) {
        throw AppError::forbidden();
    }
    const auto certificate = signing::Certificate::fromPem(challenge->certificatePem);
    const auto value = signing::fromBase64(enrolment.signature);
    if (!value || !signing::ProofOfPossession::isGiven(certificate, challenge->statement, *value)) {
        throw AppError::invalidField("/signature", "signing.possession-not-shown");
    }
    auto key = newKey(caller, challenge->owner, certificate, signing::Certificate::allFromPem(challenge->chainPem), now);
    key.kind = KeyKind::token;
    key.label = enrolment.label;
    services_.db.write([&](db::Tx& tx) {
        refuseSecond(tx, caller, certificate);
        keys_.insert(tx, key);
        services_.audit.record(tx, caller, "signing.token-enrolled", refOfKey(key.id), R"({"serial":")" + key.serial + "\"}");
    });
    return services_.keys.viewOf(key);
}

}  // namespace congvu::signingdesk
