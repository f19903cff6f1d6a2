// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/trust/ChainBuilder.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>

#include <map>

#include "crypto/CertificateNative.h"

namespace congvu::signing {
namespace {

using StorePointer = std::unique_ptr<X509_STORE, crypto::Deleter<X509_STORE_free>>;
using StoreContextPointer = std::unique_ptr<X509_STORE_CTX, crypto::Deleter<X509_STORE_CTX_free>>;

ChainStatus statusOf(int error) {
    switch (error) {
        case X509_V_OK:
            return ChainStatus::trusted;
        case X509_V_ERR_CERT_HAS_EXPIRED:
            return ChainStatus::expired;
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return ChainStatus::notYetValid;
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
        case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
        case X509_V_ERR_CERT_CHAIN_TOO_LONG:
        case X509_V_ERR_CERT_UNTRUSTED:
            return ChainStatus::untrusted;
        default:
            return ChainStatus::constraintsFailed;
    }
}

int rank(ChainStatus status) {
    switch (status) {
        case ChainStatus::trusted:
            return 0;
        case ChainStatus::expired:
        case ChainStatus::notYetValid:
            return 1;
        case ChainStatus::constraintsFailed:
            return 2;
        case ChainStatus::untrusted:
            return 3;
    }
    return 3;
}

StorePointer makeStore(const std::vector<const Certificate*>& anchors) {
    StorePointer store(X509_STORE_new());
    for (const Certificate* anchor : anchors) {
        X509_STORE_add_cert(store.get(), crypto::x509Of(*anchor));
    }
    ERR_clear_error();
    return store;
}

void setParameters(X509_STORE_CTX* context, Instant at, ChainPurpose purpose) {
    X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_time(parameters, static_cast<std::time_t>(at.time_since_epoch().count()));
    X509_VERIFY_PARAM_set_depth(parameters, 8);
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_TRUSTED_FIRST);
    if (purpose == ChainPurpose::timeStamping) {
        X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_TIMESTAMP_SIGN);
    }
}

CertificateChain resultOf(X509_STORE_CTX* context, bool good) {
    CertificateChain chain;
    const int error = good ? X509_V_OK : X509_STORE_CTX_get_error(context);
    chain.status = statusOf(error);
    chain.detail = X509_verify_cert_error_string(error);
    const STACK_OF(X509)* path = X509_STORE_CTX_get0_chain(context);
    for (int index = 0; index < sk_X509_num(path); ++index) {
        chain.path.push_back(crypto::certificateOf(sk_X509_value(path, index)));
    }
    const X509* offender = good ? nullptr : X509_STORE_CTX_get_current_cert(context);
    if (offender != nullptr) {
        chain.offender = crypto::certificateOf(offender);
    }
    return chain;
}

CertificateChain buildInWorld(const Certificate& leaf, const std::vector<const Certificate*>& anchors,
                              const std::vector<Certificate>& helpers, Instant at, ChainPurpose purpose) {
    const StorePointer store = makeStore(anchors);
    const auto untrusted = crypto::stackOf(helpers);
    const StoreContextPointer context(X509_STORE_CTX_new());
    crypto::require(X509_STORE_CTX_init(context.get(), store.get(), crypto::x509Of(leaf), untrusted.get()) == 1, ErrorCode::cryptoFailure,
                    "chain building could not be started");
    setParameters(context.get(), at, purpose);
    const bool good = X509_verify_cert(context.get()) == 1;
    CertificateChain chain = resultOf(context.get(), good);
    ERR_clear_error();
    return chain;
}

}  // namespace

CertificateChain ChainBuilder::build(const Certificate& leaf, const std::vector<Certificate>& supplied, Instant at,
                                     ChainPurpose purpose) const {
    constexpr std::size_t kMostHelpers = 200;
    std::vector<Certificate> helpers = supplied;
    helpers.insert(helpers.end(), store_.intermediates().begin(), store_.intermediates().end());
    if (helpers.size() > kMostHelpers) {
        helpers.erase(helpers.begin() + kMostHelpers, helpers.end());
    }
    std::map<std::string, std::vector<const Certificate*>> worlds;
    for (const TrustAnchor& anchor : store_.anchors()) {
        worlds[anchor.world].push_back(&anchor.certificate);
    }
    CertificateChain best;
    best.path = {leaf};
    best.detail = "no trusted root is configured";
    for (const auto& [world, anchors] : worlds) {
        CertificateChain chain = buildInWorld(leaf, anchors, helpers, at, purpose);
        if (chain.status != ChainStatus::untrusted) {
            chain.world = world;
        }
        const bool longer = rank(chain.status) == rank(best.status) && chain.path.size() > best.path.size();
        if (rank(chain.status) < rank(best.status) || longer) {
            best = std::move(chain);
        }
        if (best.status == ChainStatus::trusted) {
            break;
        }
    }
    return best;
}

}  // namespace congvu::signing
