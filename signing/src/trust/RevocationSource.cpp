// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/trust/RevocationSource.h"

#include "congvu/signing/SigningError.h"
#include "crl/CertificateRevocationList.h"
#include "ocsp/OcspResponse.h"

namespace congvu::signing {
namespace {

bool knows(const Bytes& response, const Certificate& certificate, const Certificate& issuer) {
    const auto answer = ocsp::OcspResponse::parse(response).answerFor(certificate, issuer);
    return answer && answer->state != ocsp::CertificateState::unknown;
}

void checkList(const Bytes& der, const Certificate& certificate, const std::optional<Certificate>& issuer) {
    const auto list = crl::CertificateRevocationList::parse(der);
    if (!list.covers(certificate) || (issuer && !list.isIssuedBy(*issuer))) {
        throw SigningError(ErrorCode::revocationInvalid, "the CRL does not belong to the issuer of the certificate");
    }
}

}  // namespace

RevocationAnswer OnlineRevocation::ask(const Certificate& certificate, const std::optional<Certificate>& issuer, Instant now) {
    std::string reasons;
    const auto note = [&](const std::string& url, const SigningError& error) {
        reasons += (reasons.empty() ? "" : "; ") + url + ": " + error.what();
    };
    const auto responders = issuer ? certificate.ocspResponders() : std::vector<std::string>{};
    for (const std::string& url : responders) {
        try {
            Bytes response = ocsp_.ask(certificate, *issuer, url);
            if (knows(response, certificate, *issuer)) {
                return {{std::move(response)}, {}};
            }
            reasons += url + ": the responder does not know the certificate";
        } catch (const SigningError& error) {
            note(url, error);
        }
    }
    for (const std::string& url : certificate.crlDistributionPoints()) {
        try {
            Bytes list = crls_.fetch(url, now);
            checkList(list, certificate, issuer);
            return {{}, {std::move(list)}};
        } catch (const SigningError& error) {
            note(url, error);
        }
    }
    const std::string why = reasons.empty() ? "it names neither OCSP responder nor CRL" : reasons;
    throw SigningError(ErrorCode::revocationUnavailable, "no revocation data about \"" + certificate.commonName() + "\": " + why);
}

}  // namespace congvu::signing
