// SPDX-License-Identifier: Apache-2.0
#include "service/TrustRoots.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "congvu/signing/SigningError.h"

namespace congvu::signingdesk {

namespace {

std::vector<signing::Certificate> certificatesOf(std::string_view fileBytes) {
    try {
        auto certificates = signing::Certificate::allFromPem(fileBytes);
        if (certificates.empty()) {
            certificates.push_back(signing::Certificate::fromDer(signing::viewOf(fileBytes)));
        }
        return certificates;
    } catch (const signing::SigningError&) {
        throw AppError::invalidField("/file", "signing.not-a-certificate");
    }
}

TrustedRoot rootOf(const signing::Certificate& certificate, const std::string& world, Timestamp now) {
    return {newId(), world, certificate.subject(), certificate.toPem(), certificate.fingerprint(), certificate.notAfter(), now};
}

}  // namespace

TrustRoots::TrustRoots(db::Db& db, audit::Audit& audit, const directory::Directory& directory, Clock& clock,
                       signing::RevocationSource& revocation)
    : db_(db), audit_(audit), directory_(directory), clock_(clock), revocation_(revocation) {}

void TrustRoots::requireRootAgency(const http::Caller& caller) const {
    const auto agency = directory_.unit(caller.agencyId);
    if (!agency || !agency->parentId.empty()) {
        throw AppError::forbidden();
    }
}

std::vector<TrustedRoot> TrustRoots::list() {
    return db_.read([&](db::Reader& reader) { return roots_.list(reader); });
}

std::vector<TrustedRoot> TrustRoots::add(const http::Caller& caller, const std::string& world, std::string_view fileBytes) {
    std::vector<TrustedRoot> added;
    for (const auto& certificate : certificatesOf(fileBytes)) {
        if (!certificate.isAuthority() || !certificate.isSelfSigned()) {
            throw AppError::invalidField("/file", "signing.not-a-root", {{"subject", certificate.subject()}});
        }
        added.push_back(rootOf(certificate, world, clock_.now()));
    }
    db_.write([&](db::Tx& tx) {
        for (const auto& root : added) {
            if (roots_.insert(tx, root)) {
                audit_.record(tx, caller, "signing.root-added", {"signing", "root", root.id},
                              R"({"fingerprint":")" + root.fingerprint + "\"}");
            }
        }
    });
    forgetValidator();
    return added;
}

void TrustRoots::remove(const http::Caller& caller, std::string_view id) {
    db_.write([&](db::Tx& tx) {
        if (!roots_.remove(tx, id)) {
            throw AppError::notFound();
        }
        audit_.record(tx, caller, "signing.root-removed", {"signing", "root", std::string{id}});
    });
    forgetValidator();
}

std::shared_ptr<const signing::Validator> TrustRoots::validator() {
    const std::lock_guard guard{mutex_};
    if (!validator_) {
        signing::ValidationOptions options;
        options.revocation = &revocation_;
        validator_ = std::make_shared<const signing::Validator>(readStore(), signing::AlgorithmPolicy::standard(), options);
    }
    return validator_;
}

std::shared_ptr<const signing::TrustStore> TrustRoots::trust() {
    return std::make_shared<const signing::TrustStore>(readStore());
}

signing::TrustStore TrustRoots::readStore() {
    signing::TrustStore store;
    for (const auto& root : list()) {
        store.addAnchor(root.world, signing::Certificate::fromPem(root.certificatePem));
    }
    return store;
}

void TrustRoots::forgetValidator() {
    const std::lock_guard guard{mutex_};
    validator_.reset();
}

}  // namespace congvu::signingdesk
