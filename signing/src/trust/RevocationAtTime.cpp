// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/trust/RevocationAtTime.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "crl/CertificateRevocationList.h"
#include "ocsp/OcspResponse.h"

namespace congvu::signing {
namespace {

constexpr int kCertificateHold = 6;
/// Data without nextUpdate is renewed all the time; it speaks for one day.
constexpr std::chrono::hours kLifeWithoutNextUpdate{24};

}  // namespace

/// What one response or list says.
struct RevocationAtTime::Opinion {
    RevocationState state = RevocationState::good;
    std::string source;
    Instant thisUpdate{};
    std::optional<Instant> nextUpdate;
    std::optional<Instant> revokedAt;
    int reason = -1;
    std::optional<Instant> knowsExpiredSince;
    std::optional<Instant> provenAt;
    std::shared_ptr<const Bytes> data;
    std::optional<Certificate> responder;
    std::string fault;

    bool isUsable() const { return fault.empty(); }

    void refuse(RevocationState why, std::string text) {
        if (fault.empty()) {
            state = why;
            fault = std::move(text);
        }
    }

    /// EN 319 102-1, 5.2.5: the revocation freshness checker.
    bool isFreshFor(Instant at) const { return thisUpdate >= at || nextUpdate.value_or(thisUpdate + kLifeWithoutNextUpdate) >= at; }

    /// A list may leave out what has expired; then its silence about an expired certificate says nothing.
    bool speaksFor(const Certificate& certificate) const {
        return thisUpdate <= certificate.notAfter() || (knowsExpiredSince && *knowsExpiredSince <= certificate.notAfter());
    }
};

bool RevocationData::addOcsp(ByteView der, std::optional<Instant> provenAt) {
    try {
        ocsp_.push_back({std::make_shared<const ocsp::OcspResponse>(ocsp::OcspResponse::parse(der)), provenAt});
        return true;
    } catch (const SigningError&) {
        return false;  // the caller tells what could not be read
    }
}

bool RevocationData::addCrl(ByteView der, std::optional<Instant> provenAt) {
    try {
        auto list = crl::CertificateRevocationList::parse(der);
        crls_.push_back({std::make_shared<const crl::CertificateRevocationList>(std::move(list)), provenAt});
        return true;
    } catch (const SigningError&) {
        return false;  // the caller tells what could not be read
    }
}

namespace {

void keepEarliest(std::optional<Instant>& known, Instant provenAt) {
    known = known ? std::min(*known, provenAt) : provenAt;
}

}  // namespace

void RevocationData::proveOcsp(std::size_t index, Instant provenAt) {
    keepEarliest(ocsp_.at(index).provenAt, provenAt);
}

void RevocationData::proveCrl(std::size_t index, Instant provenAt) {
    keepEarliest(crls_.at(index).provenAt, provenAt);
}

std::string_view nameOf(RevocationState state) {
    switch (state) {
        case RevocationState::good:
            return "good";
        case RevocationState::revoked:
            return "revoked";
        case RevocationState::unknown:
            return "unknown";
        case RevocationState::stale:
            return "stale";
        case RevocationState::unproven:
            return "unproven";
        case RevocationState::unavailable:
            return "unavailable";
    }
    return "";
}

void RevocationAtTime::judgeSigner(Opinion& opinion, const Certificate& issuer, const std::string& digest,
                                   const Certificate& signer) const {
    const Instant known = opinion.provenAt.value_or(validationTime_);
    if (opinion.provenAt && opinion.thisUpdate > *opinion.provenAt) {
        opinion.refuse(RevocationState::unavailable, "it is dated after the time-stamp that covers it");
    }
    if (known > issuer.notAfter()) {
        opinion.refuse(RevocationState::unproven, "its issuer has expired and nothing proves that it existed before");
    }
    if (!policy_.acceptsDigest(digest, known) || !policy_.acceptsKey(signer.keyType(), signer.keyBits(), opinion.thisUpdate)) {
        opinion.refuse(RevocationState::unproven, "its signature algorithm is no longer reliable");
    }
}

bool RevocationAtTime::isRevoked(const Certificate& responder, const Certificate& issuer, Instant at) const {
    return std::any_of(data_.crls().begin(), data_.crls().end(), [&](const RevocationData::CrlItem& item) {
        const auto entry = item.list->covers(responder) && item.list->isIssuedBy(issuer) ? item.list->entryFor(responder) : std::nullopt;
        return entry && entry->revokedAt <= at;
    });
}

/// The responder must have been a valid one when it answered (RFC 6960, 4.2.2.2).
void RevocationAtTime::judgeResponder(Opinion& opinion, const Certificate& issuer, const Certificate& responder, Instant produced) const {
    if (responder == issuer) {
        return;
    }
    opinion.responder = responder;
    if (produced < responder.notBefore() || produced > responder.notAfter()) {
        opinion.refuse(RevocationState::unavailable, "the OCSP responder's certificate was not valid when it answered");
    }
    if (!responder.hasOcspNoCheck() && isRevoked(responder, issuer, produced)) {
        opinion.refuse(RevocationState::unavailable, "the OCSP responder's certificate was revoked");
    }
}

std::optional<RevocationAtTime::Opinion> RevocationAtTime::opinionOf(const RevocationData::OcspItem& item, const Certificate& certificate,
                                                                     const Certificate& issuer) const {
    const auto answer = item.response->answerFor(certificate, issuer);
    if (!answer) {
        return std::nullopt;
    }
    Opinion opinion;
    opinion.source = "OCSP";
    opinion.thisUpdate = answer->thisUpdate;
    opinion.nextUpdate = answer->nextUpdate;
    opinion.revokedAt = answer->revokedAt;
    opinion.reason = answer->reason;
    opinion.knowsExpiredSince = answer->archiveCutoff;
    opinion.provenAt = item.provenAt;
    opinion.data = std::shared_ptr<const Bytes>(item.response, &item.response->der());
    const auto responder = item.response->responder(issuer);
    if (!responder) {
        opinion.refuse(RevocationState::unavailable, "the OCSP response is not signed by one who may speak for the issuer");
        return opinion;
    }
    judgeResponder(opinion, issuer, *responder, item.response->producedAt());
    judgeSigner(opinion, issuer, item.response->signatureDigest(), *responder);
    if (answer->state == ocsp::CertificateState::unknown) {
        opinion.refuse(RevocationState::unknown, "the OCSP responder does not know the certificate");
    }
    return opinion;
}

std::optional<RevocationAtTime::Opinion> RevocationAtTime::opinionOf(const RevocationData::CrlItem& item, const Certificate& certificate,
                                                                     const Certificate& issuer) const {
    if (!item.list->covers(certificate)) {
        return std::nullopt;
    }
    Opinion opinion;
    opinion.source = "CRL";
    opinion.thisUpdate = item.list->thisUpdate();
    opinion.nextUpdate = item.list->nextUpdate();
    opinion.knowsExpiredSince = item.list->expiredCertificatesSince();
    opinion.provenAt = item.provenAt;
    opinion.data = std::shared_ptr<const Bytes>(item.list, &item.list->der());
    if (!item.list->isIssuedBy(issuer)) {
        opinion.refuse(RevocationState::unavailable, "the CRL is not signed by the issuer of the certificate");
        return opinion;
    }
    if (const auto entry = item.list->entryFor(certificate)) {
        opinion.revokedAt = entry->revokedAt;
        opinion.reason = entry->reason;
    }
    judgeSigner(opinion, issuer, item.list->signatureDigest(), issuer);
    return opinion;
}

/// Oldest first.
std::vector<RevocationAtTime::Opinion> RevocationAtTime::opinions(const Certificate& certificate, const Certificate& issuer) const {
    std::vector<Opinion> out;
    const auto take = [&](const auto& items) {
        for (const auto& item : items) {
            if (auto opinion = opinionOf(item, certificate, issuer)) {
                out.push_back(std::move(*opinion));
            }
        }
    };
    take(data_.ocspResponses());
    take(data_.crls());
    std::stable_sort(out.begin(), out.end(), [](const Opinion& a, const Opinion& b) { return a.thisUpdate < b.thisUpdate; });
    return out;
}

namespace {

/// How much an unusable state explains; the most telling one is reported.
int weight(RevocationState state) {
    switch (state) {
        case RevocationState::unknown:
            return 4;
        case RevocationState::unproven:
            return 3;
        case RevocationState::stale:
            return 2;
        case RevocationState::unavailable:
            return 1;
        case RevocationState::good:
        case RevocationState::revoked:
            return 0;
    }
    return 0;
}

}  // namespace

RevocationStatus RevocationAtTime::check(const Certificate& certificate, const Certificate& issuer, Instant at) const {
    auto all = opinions(certificate, issuer);
    const Opinion* decisive = nullptr;
    const Opinion* failure = nullptr;
    for (Opinion& opinion : all) {  // oldest first
        const bool isFinal = opinion.revokedAt && opinion.reason != kCertificateHold;
        if (opinion.isUsable() && !isFinal) {
            if (!opinion.isFreshFor(at)) {
                opinion.refuse(RevocationState::stale, "its nextUpdate lies before the time that counts");
            } else if (!opinion.revokedAt && !opinion.speaksFor(certificate)) {
                opinion.refuse(RevocationState::stale, "it was issued after the certificate had expired");
            }
        }
        if (!opinion.isUsable()) {
            failure = failure == nullptr || weight(opinion.state) >= weight(failure->state) ? &opinion : failure;
            continue;
        }
        const bool alreadyFinal = decisive != nullptr && decisive->revokedAt && decisive->reason != kCertificateHold;
        const bool earlier = alreadyFinal && isFinal && *opinion.revokedAt < *decisive->revokedAt;
        decisive = !alreadyFinal || earlier ? &opinion : decisive;
    }
    RevocationStatus status;
    const Opinion* told = decisive != nullptr ? decisive : failure;
    if (told == nullptr) {
        status.detail = "there is neither OCSP response nor CRL about it";
        return status;
    }
    status.state = decisive == nullptr                                 ? failure->state
                   : decisive->revokedAt && *decisive->revokedAt <= at ? RevocationState::revoked
                                                                       : RevocationState::good;
    status.source = told->source;
    status.thisUpdate = told->thisUpdate;
    status.revokedAt = decisive != nullptr ? told->revokedAt : std::nullopt;
    status.reason = told->reason;
    status.provenAt = told->provenAt;
    status.data = decisive != nullptr ? told->data : nullptr;
    status.responder = told->responder;
    status.detail = told->fault;
    return status;
}

}  // namespace congvu::signing
