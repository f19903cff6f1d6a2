// SPDX-License-Identifier: Apache-2.0
#include "service/SignByToken.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "congvu/signing/Base64.h"
#include "congvu/signing/keys/DeferredSigner.h"
#include "service/KeyVault.h"

#include <algorithm>
#include <iterator>

namespace congvu::signingdesk {

namespace {

/// Of one turn of the clean-up; the next turn takes the rest.
constexpr std::int64_t kExpiredInATurn = 500;

EntityRef refOfPrepared(std::string_view id) {
    return {"signing", "prepared", std::string{id}};
}

}  // namespace

PreparedAct SignByToken::prepare(const http::Caller& caller, const TokenAct& act) {
    const auto key = services_.keys.tokenKey(caller, act.keyId);
    const SigningAct chosen{act.requestIds, act.keyId, {}, act.places};
    PreparedAct made;
    std::vector<PreparedRequest> prepared;
    for (const auto& requestId : chosen.distinctRequests()) {
        auto outcome = services_.signing.prepare(caller, key, requestId, chosen.placeOf(requestId));
        if (auto* good = std::get_if<PreparedRequest>(&outcome)) {
            prepared.push_back(std::move(*good));
        } else {
            made.refused.push_back(std::get<SigningResult>(std::move(outcome)));
        }
    }
    const auto certificate = certificateOf(key);
    made.fingerprint = certificate.fingerprint();
    made.algorithm = signing::nameOf(signing::usualAlgorithmOf(certificate));
    made.expiresAt = services_.clock.now() + kPreparedLife;
    keep(caller, key, made.expiresAt, prepared, made);
    return made;
}

void SignByToken::keep(const http::Caller& caller, const SigningKey& key, Timestamp expiresAt, const std::vector<PreparedRequest>& prepared,
                       PreparedAct& act) {
    std::vector<files::PlacedContent> placed;
    std::ranges::transform(prepared, std::back_inserter(placed),
                           [this](const PreparedRequest& one) { return services_.files.place(std::string_view{one.state}); });
    std::ranges::transform(prepared, std::back_inserter(act.documents), [](const PreparedRequest& one) {
        return DocumentToSign{newId(), one.requestId, one.title, signing::toBase64(one.toBeSigned)};
    });
    services_.db.write([&](db::Tx& tx) {
        for (std::size_t index = 0; index < prepared.size(); ++index) {
            const auto& document = act.documents[index];
            if (const auto earlier = prepared_.findOfRequest(tx, caller, document.requestId)) {
                services_.files.forget(tx, earlier->stateFileId.value_or(""));
                prepared_.remove(tx, earlier->id);
            }
            const auto state =
                services_.files.record(tx, placed[index], "prepared-signature", "application/octet-stream", refOfPrepared(document.id));
            prepared_.insert(tx, {document.id, document.requestId, caller.personId, caller.postId, key.id, state.id, expiresAt});
        }
    });
}

SigningResults SignByToken::finish(const http::Caller& caller, const TokenValues& values) {
    SigningResults all;
    std::ranges::transform(values.values, std::back_inserter(all.results),
                           [&](const TokenValue& value) { return finishOne(caller, value); });
    return all;
}

SigningResult SignByToken::finishOne(const http::Caller& caller, const TokenValue& value) {
    std::optional<files::StoredFile> state;
    const auto found = services_.db.read([&](db::Reader& reader) {
        auto prepared = prepared_.find(reader, caller, value.id, services_.clock.now());
        state = prepared && prepared->stateFileId ? services_.files.find(reader, *prepared->stateFileId) : std::nullopt;
        return prepared;
    });
    if (!found) {
        return {{}, false, "signing.preparation-ended", {}};
    }
    if (!state) {
        return {found->requestId, false, "signing.already-decided", {}};
    }
    const auto bytes = signing::fromBase64(value.signature);
    if (!bytes) {
        return {found->requestId, false, "signing.error.malformedCms", {}};
    }
    try {
        const auto key = services_.keys.tokenKey(caller, found->keyId);
        return services_.signing.finish(caller, key, found->requestId, services_.files.read(*state), *bytes,
                                        [&](db::Tx& tx, const SigningResult& /*result*/) {
                                            prepared_.close(tx, found->id);
                                            services_.files.forget(tx, state->id);
                                        });
    } catch (const AppError& error) {
        return {found->requestId, false, error.code(), {}};
    }
}

void SignByToken::dropExpired() {
    const auto now = services_.clock.now();
    services_.db.write([&](db::Tx& tx) {
        for (const auto& prepared : prepared_.expired(tx, now, kExpiredInATurn)) {
            services_.files.forget(tx, prepared.stateFileId.value_or(""));
            prepared_.remove(tx, prepared.id);
        }
        challenges_.removeExpired(tx, now);
    });
}

}  // namespace congvu::signingdesk
