// SPDX-License-Identifier: Apache-2.0
#include "service/SignRequests.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/SecretText.h"
#include "service/DeskPort.h"
#include "service/SignedEvent.h"

#include <algorithm>
#include <set>

namespace congvu::signingdesk {

namespace {

std::optional<Place> chosenPlace(const SigningAct& act, const std::string& requestId) {
    const auto found = std::ranges::find_if(act.places, [&](const ChosenPlace& chosen) { return chosen.requestId == requestId; });
    return found == act.places.end() ? std::nullopt : std::optional{found->place};
}

/// Wipes the PIN when the act is over, however it ends.
class PinGuard {
public:
    explicit PinGuard(std::string& pin) : pin_(pin) {}
    PinGuard(const PinGuard&) = delete;
    PinGuard& operator=(const PinGuard&) = delete;
    ~PinGuard() { signing::wipe(pin_.data(), pin_.size()); }

private:
    std::string& pin_;
};

}  // namespace

SigningResults SignRequests::run(const http::Caller& caller, SigningAct act) {
    const PinGuard guard{act.pin};
    const auto key = services_.db.read([&](db::Reader& reader) { return services_.keys.usableKey(reader, caller, act.keyId); });
    if (!caller.may(key.owner == KeyOwner::agency ? "signing.seal" : "signing.sign")) {
        throw AppError::forbidden();
    }
    const auto signer = services_.vault.open(caller, key, act.pin);
    SigningResults all;
    std::set<std::string> seen;
    for (const auto& requestId : act.requestIds) {
        if (seen.insert(requestId).second) {
            all.results.push_back(signOne(caller, key, *signer, act, requestId));
        }
    }
    return all;
}

SigningResult SignRequests::signOne(const http::Caller& caller, const SigningKey& key, const signing::Signer& signer, const SigningAct& act,
                                    const std::string& requestId) {
    try {
        struct Found {
            DeskRequest request;
            files::StoredFile file;
            std::optional<files::StoredFile> image;
        };
        const auto found = services_.db.read([&](db::Reader& reader) {
            auto request = requests_.find(reader, caller, requestId);
            if (!request) {
                throw AppError::notFound();
            }
            auto file = services_.files.find(reader, request->fileId);
            if (!file) {
                throw AppError::notFound();
            }
            auto image = key.imageFileId ? services_.files.find(reader, *key.imageFileId) : std::nullopt;
            return Found{std::move(*request), std::move(*file), std::move(image)};
        });
        if (found.request.state != RequestState::open) {
            throw AppError{ErrorKind::conflict, "signing.already-decided"};
        }
        if (found.request.signer != key.owner) {
            throw AppError{ErrorKind::conflict, "signing.wrong-kind-of-key"};
        }
        const auto image = found.image ? services_.files.read(*found.image) : std::string{};
        const auto made = services_.maker.make(services_.files.read(found.file), found.request, signer, image, chosenPlace(act, requestId));
        const auto placed = services_.files.place(std::string_view{made.document});
        record(caller, key, found.request, found.file, placed, made.level);
        return {requestId, true, made.lacksTimeStamp ? "signing.signed-without-time-stamp" : "signed", made.level};
    } catch (const AppError& error) {
        return {requestId, false, error.code(), {}};
    } catch (const signing::SigningError& error) {
        return {requestId, false, "signing.error." + std::string{signing::nameOf(error.code())}, {}};
    }
}

void SignRequests::record(const http::Caller& caller, const SigningKey& key, const DeskRequest& request, const files::StoredFile& original,
                          const files::PlacedContent& placed, const std::string& level) {
    const auto now = services_.clock.now();
    services_.db.write([&](db::Tx& tx) {
        const auto stored = services_.files.record(tx, placed, original.name, original.mediaType, refOfRequest(request.id));
        if (!requests_.markSigned(tx, request.id, stored.id, level, now)) {
            throw AppError{ErrorKind::conflict, "signing.already-decided"};
        }
        services_.inbox.complete(tx, refOfRequest(request.id), {});
        const std::string act = request.signer == KeyOwner::agency ? "signing.sealed" : "signing.signed";
        services_.timeline.append(tx, caller, request.entity, act, {}, R"({"level":")" + level + R"("})");
        services_.audit.record(tx, caller, act, refOfRequest(request.id),
                               R"({"sha256":")" + stored.sha256 + R"(","key":")" + key.id + R"("})");
        SignedEvent payload{request.id,
                            {request.entity.plugin, request.entity.type, request.entity.id},
                            request.signer,
                            caller.postId,
                            caller.personName,
                            now,
                            stored};
        services_.events.publish(tx, {"signing.request-signed.v1", request.entity, request.agencyId, caller.postId}, payload);
    });
}

}  // namespace congvu::signingdesk
