// SPDX-License-Identifier: Apache-2.0
#include "validation/RevocationCheck.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"

namespace congvu::signing::validation {
namespace {

bool isTelling(const RevocationStatus& status) {
    return status.state == RevocationState::good || status.state == RevocationState::revoked;
}

}  // namespace

RevocationCheck::RevocationCheck(const pades::SecurityStore& store, const AlgorithmPolicy& policy, Instant validationTime,
                                 const ValidationOptions& options)
    : policy_(policy), validationTime_(validationTime), options_(options) {
    for (const pades::StoredItem& item : store.ocspResponses) {
        if (own_.addOcsp(item.data)) {
            ocspEnds_.push_back(item.end);
        } else {
            hasDamagedItems_ = true;
        }
    }
    for (const pades::StoredItem& item : store.crls) {
        if (own_.addCrl(item.data)) {
            crlEnds_.push_back(item.end);
        } else {
            hasDamagedItems_ = true;
        }
    }
    for (const pades::StoredItem& item : store.certificates) {
        try {
            certificates_.push_back(Certificate::fromDer(item.data));
        } catch (const SigningError&) {
            hasDamagedItems_ = true;
        }
    }
    all_ = own_;
}

void RevocationCheck::add(const cms::EmbeddedRevocation& revocation) {
    for (const Bytes& response : revocation.ocspResponses) {
        hasMore_ = all_.addOcsp(response) || hasMore_;
    }
    for (const Bytes& list : revocation.crls) {
        hasMore_ = all_.addCrl(list) || hasMore_;
    }
}

void RevocationCheck::prove(std::uint64_t end, Instant time) {
    for (std::size_t index = 0; index < ocspEnds_.size(); ++index) {
        if (ocspEnds_[index] <= end) {
            own_.proveOcsp(index, time);
            all_.proveOcsp(index, time);
        }
    }
    for (std::size_t index = 0; index < crlEnds_.size(); ++index) {
        if (crlEnds_[index] <= end) {
            own_.proveCrl(index, time);
            all_.proveCrl(index, time);
        }
    }
}

RevocationStatus RevocationCheck::statusOf(const RevocationData& data, const Certificate& certificate, const Certificate& issuer,
                                           Instant at) const {
    return RevocationAtTime(data, policy_, validationTime_).check(certificate, issuer, at);
}

/// Each certificate is asked about once.
void RevocationCheck::askNetwork(const Certificate& certificate, const Certificate& issuer) {
    if (std::find(asked_.begin(), asked_.end(), certificate) != asked_.end()) {
        return;
    }
    asked_.push_back(certificate);
    try {
        const RevocationAnswer answer = options_.revocation->ask(certificate, issuer, validationTime_);
        for (const Bytes& response : answer.ocspResponses) {
            hasMore_ = all_.addOcsp(response) || hasMore_;
        }
        for (const Bytes& list : answer.crls) {
            hasMore_ = all_.addCrl(list) || hasMore_;
        }
    } catch (const SigningError&) {
        return;  // no data is a finding of the caller
    }
}

std::vector<RevocationLink> RevocationCheck::check(const CertificateChain& chain, Instant at) {
    std::vector<RevocationLink> links;
    for (std::size_t index = 0; index + 1 < chain.path.size(); ++index) {
        const Certificate& certificate = chain.path[index];
        const Certificate& issuer = chain.path[index + 1];
        const bool isNamed = certificate.namesRevocationSource();
        RevocationLink link{certificate, {}, statusOf(own_, certificate, issuer, at), isNamed};
        link.isNeeded = isNamed || options_.demand == RevocationDemand::always;
        link.status = link.ownStatus;
        // Data from before the time may still be fresh, but newer data may know of a revocation in between.
        if (isNamed && options_.revocation != nullptr && (!isTelling(link.ownStatus) || *link.ownStatus.thisUpdate < at)) {
            askNetwork(certificate, issuer);
        }
        if (hasMore_) {
            const RevocationStatus newer = statusOf(all_, certificate, issuer, at);
            link.status = isTelling(newer) || !isTelling(link.ownStatus) ? newer : link.ownStatus;
        }
        links.push_back(std::move(link));
    }
    return links;
}

}  // namespace congvu::signing::validation
