// SPDX-License-Identifier: Apache-2.0
#include "pades/ValidationDataCollector.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"

namespace congvu::signing::pades {
namespace {

constexpr std::size_t kLongestPath = 8;
constexpr std::size_t kMostHelpers = 300;

bool contains(const std::vector<Certificate>& certificates, const Certificate& certificate) {
    return std::find(certificates.begin(), certificates.end(), certificate) != certificates.end();
}

void addTo(ValidationData& out, const RevocationStatus& status) {
    if (status.data == nullptr) {
        return;
    }
    auto& items = status.source == "OCSP" ? out.ocspResponses : out.crls;
    if (std::find(items.begin(), items.end(), *status.data) == items.end()) {
        items.push_back(*status.data);
    }
    if (status.responder && !contains(out.certificates, *status.responder)) {
        out.certificates.push_back(*status.responder);
    }
}

[[noreturn]] void refuse(const Certificate& certificate, const RevocationStatus& status) {
    if (status.state == RevocationState::revoked) {
        throw SigningError(ErrorCode::certificateRevoked,
                           '"' + certificate.commonName() + "\" was revoked at " + toIso8601(status.revokedAt.value_or(Instant{})));
    }
    throw SigningError(ErrorCode::revocationInvalid,
                       "the revocation data of \"" + certificate.commonName() + "\" cannot be used: " + status.detail);
}

}  // namespace

ValidationDataCollector::ValidationDataCollector(const SecurityStore& store, const ExtensionSources& sources) : sources_(sources) {
    for (const StoredItem& item : store.ocspResponses) {
        known_.addOcsp(item.data);
    }
    for (const StoredItem& item : store.crls) {
        known_.addCrl(item.data);
    }
    addHelpers(sources.certificates);
    if (sources.trust != nullptr) {
        addHelpers(sources.trust->intermediates());
        for (const TrustAnchor& anchor : sources.trust->anchors()) {
            addHelpers({anchor.certificate});
        }
    }
    for (const StoredItem& item : store.certificates) {
        try {
            addHelpers({Certificate::fromDer(item.data)});
        } catch (const SigningError&) {
            continue;  // no certificate: it helps nobody
        }
    }
}

void ValidationDataCollector::addHelpers(const std::vector<Certificate>& certificates) {
    for (const Certificate& certificate : certificates) {
        if (helpers_.size() < kMostHelpers && !contains(helpers_, certificate)) {
            helpers_.push_back(certificate);
        }
    }
}

bool ValidationDataCollector::isAnchor(const Certificate& certificate) const {
    const auto isThis = [&](const TrustAnchor& anchor) { return anchor.certificate == certificate; };
    return sources_.trust != nullptr && std::any_of(sources_.trust->anchors().begin(), sources_.trust->anchors().end(), isThis);
}

std::vector<Certificate> ValidationDataCollector::pathOf(const Certificate& leaf) const {
    std::vector<Certificate> path{leaf};
    while (path.size() < kLongestPath && !path.back().isSelfSigned() && !isAnchor(path.back())) {
        const auto issuer = std::find_if(helpers_.begin(), helpers_.end(), [&](const Certificate& candidate) {
            return !contains(path, candidate) && path.back().isIssuedBy(candidate);
        });
        if (issuer == helpers_.end()) {
            break;
        }
        path.push_back(*issuer);
    }
    return path;
}

ValidationData ValidationDataCollector::collect(const Certificate& leaf, Instant at, Renewal renewal) {
    ValidationData out;
    const auto path = pathOf(leaf);
    out.certificates = path;
    for (std::size_t index = 0; index < path.size(); ++index) {
        const Certificate& certificate = path[index];
        if (certificate.isSelfSigned() || isAnchor(certificate)) {
            break;
        }
        const auto issuer = index + 1 < path.size() ? std::optional(path[index + 1]) : std::nullopt;
        collectLink(certificate, issuer, at, renewal, out);
    }
    return out;
}

/// Asks the source; nothing when it has none and the data is not needed.
std::optional<RevocationAnswer> ValidationDataCollector::ask(const Certificate& certificate, const std::optional<Certificate>& issuer,
                                                             bool isNeeded) {
    try {
        if (sources_.revocation == nullptr) {
            throw SigningError(ErrorCode::revocationUnavailable, "no source of revocation data was given");
        }
        return sources_.revocation->ask(certificate, issuer, sources_.at);
    } catch (const SigningError&) {
        if (isNeeded) {
            throw;
        }
        return std::nullopt;
    }
}

void ValidationDataCollector::collectLink(const Certificate& certificate, const std::optional<Certificate>& issuer, Instant at,
                                          Renewal renewal, ValidationData& out) {
    const RevocationAtTime present(known_, policy_, at);
    RevocationStatus status = issuer ? present.check(certificate, *issuer, at) : RevocationStatus{};
    const bool isGood = status.state == RevocationState::good;
    if (!certificate.namesRevocationSource()) {
        addTo(out, status);  // an issuer that says nothing about revocation cannot be asked
        return;
    }
    if (!issuer && certificate.crlDistributionPoints().empty()) {
        throw SigningError(ErrorCode::chainIncomplete,
                           "the issuer of \"" + certificate.commonName() + "\" is not known, so its OCSP responder cannot be asked");
    }
    if (!isGood || renewal == Renewal::always) {
        if (const auto answer = ask(certificate, issuer, !isGood)) {
            for (const Bytes& response : answer->ocspResponses) {
                known_.addOcsp(response);
            }
            for (const Bytes& list : answer->crls) {
                known_.addCrl(list);
            }
            if (!issuer) {
                // Without its issuer the list cannot be checked here; whoever knows the root checks it.
                out.crls.insert(out.crls.end(), answer->crls.begin(), answer->crls.end());
                return;
            }
            status = RevocationAtTime(known_, policy_, at).check(certificate, *issuer, at);
        }
    }
    if (status.state != RevocationState::good) {
        refuse(certificate, status);
    }
    addTo(out, status);
    if (status.responder && issuer) {
        collectResponder(*status.responder, *issuer, out);
    }
}

/// RFC 6960, 4.2.2.2.1: a responder without id-pkix-ocsp-nocheck may itself be revoked; its list is kept when it can be had.
void ValidationDataCollector::collectResponder(const Certificate& responder, const Certificate& issuer, ValidationData& out) {
    if (responder.hasOcspNoCheck() || !responder.namesRevocationSource()) {
        return;
    }
    const auto answer = ask(responder, issuer, false);
    if (answer) {
        out.crls.insert(out.crls.end(), answer->crls.begin(), answer->crls.end());
    }
}

}  // namespace congvu::signing::pades
