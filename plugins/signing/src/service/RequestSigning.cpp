// SPDX-License-Identifier: Apache-2.0
#include "service/RequestSigning.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "congvu/signing/SigningError.h"
#include "service/DeskPort.h"
#include "service/KeyVault.h"
#include "service/SignedEvent.h"

namespace congvu::signingdesk {

namespace {

/// What the act gives, or the result that says why it ended.
template <class Outcome, class Act>
Outcome attempted(const std::string& requestId, Act&& act) {
    try {
        return act();
    } catch (const AppError& error) {
        return SigningResult{requestId, false, error.code(), {}};
    } catch (const signing::SigningError& error) {
        return SigningResult{requestId, false, "signing.error." + std::string{signing::nameOf(error.code())}, {}};
    }
}

std::string shownTitleOf(const DeskRequest& request) {
    return request.subtitle.empty() ? request.title : request.subtitle + " – " + request.title;
}

}  // namespace

SigningResult RequestSigning::sign(const http::Caller& caller, const OpenedKey& opened, const std::string& requestId,
                                   const std::optional<Place>& place, const Along& along) {
    return attempted<SigningResult>(requestId, [&] {
        const auto found = find(caller, opened.key, requestId);
        const auto made = services_.maker.make(services_.files.read(found.file), found.request, *opened.signer, imageOf(found), place);
        return keep(caller, opened.key, found, made, along);
    });
}

std::variant<PreparedRequest, SigningResult> RequestSigning::prepare(const http::Caller& caller, const SigningKey& key,
                                                                     const std::string& requestId, const std::optional<Place>& place) {
    using Outcome = std::variant<PreparedRequest, SigningResult>;
    return attempted<Outcome>(requestId, [&]() -> Outcome {
        const auto found = find(caller, key, requestId);
        const auto certificate = certificateOf(key);
        const signing::DeferredSigner signer{certificate, chainOf(key), signing::usualAlgorithmOf(certificate)};
        const auto prepared = services_.maker.prepare(services_.files.read(found.file), found.request, signer, imageOf(found), place);
        return PreparedRequest{requestId, shownTitleOf(found.request), prepared.toBeSigned,
                               std::string{signing::textOf(prepared.serialize())}};
    });
}

SigningResult RequestSigning::finish(const http::Caller& caller, const SigningKey& key, const std::string& requestId,
                                     std::string_view state, signing::ByteView value, const Along& along) {
    return attempted<SigningResult>(requestId, [&] {
        const auto found = find(caller, key, requestId);
        auto prepared = signing::PreparedSignature::deserialize(signing::viewOf(state));
        const auto made = SignatureMaker::finish(services_.files.read(found.file), std::move(prepared), value);
        return keep(caller, key, found, made, along);
    });
}

std::string RequestSigning::imageOf(const Found& found) {
    return found.image ? services_.files.read(*found.image) : std::string{};
}

SigningResult RequestSigning::keep(const http::Caller& caller, const SigningKey& key, const Found& found, const SignatureMaker::Made& made,
                                   const Along& along) {
    const auto placed = services_.files.place(std::string_view{made.document});
    SigningResult result{found.request.id, true, "signed", made.level};
    record(caller, key, found, placed, result, along);
    return result;
}

RequestSigning::Found RequestSigning::find(const http::Caller& caller, const SigningKey& key, const std::string& requestId) {
    auto found = services_.db.read([&](db::Reader& reader) {
        auto request = requests_.find(reader, caller, requestId);
        auto file = request ? services_.files.find(reader, request->fileId) : std::nullopt;
        if (!file) {
            throw AppError::notFound();
        }
        requireNamed(reader, caller, *request);
        request->reason = reasonOf(caller);
        auto image = key.imageFileId ? services_.files.find(reader, *key.imageFileId) : std::nullopt;
        return Found{std::move(*request), std::move(*file), std::move(image)};
    });
    if (found.request.state != RequestState::open) {
        throw AppError{ErrorKind::conflict, "signing.already-decided"};
    }
    if (found.request.signer != key.owner) {
        throw AppError{ErrorKind::conflict, "signing.wrong-kind-of-key"};
    }
    return found;
}

void RequestSigning::requireNamed(db::Reader& reader, const http::Caller& caller, const DeskRequest& request) const {
    services_.mandates.require(reader, caller, mandates::Act::sign, {request.unitId, request.documentType});
    const auto acting = caller.behalf ? caller.behalf->mandateId : std::string{};
    if (request.signer == KeyOwner::person && request.mandateId != acting) {
        throw AppError{ErrorKind::conflict, "signing.names-another"};
    }
}

std::string RequestSigning::reasonOf(const http::Caller& caller) const {
    const auto mandate = caller.behalf ? services_.mandates.inForce(caller.behalf->mandateId, services_.clock.now()) : std::nullopt;
    if (!mandate) {
        return {};
    }
    // Decree 30/2020, App. I, II.7.a: the signature says for whom; the mandate's id leads to its record.
    return std::string{mandate->signAs == mandates::SignAs::kt ? "KT. " : "TUQ. "} + mandate->giverTitle + " " + mandate->giverName +
           (mandate->basis.empty() ? "" : " – " + mandate->basis) + " (uỷ quyền " + mandate->id + ")";
}

void RequestSigning::record(const http::Caller& caller, const SigningKey& key, const Found& found, const files::PlacedContent& placed,
                            const SigningResult& result, const Along& along) {
    const auto now = services_.clock.now();
    const auto& request = found.request;
    services_.db.write([&](db::Tx& tx) {
        services_.mandates.require(tx, caller, mandates::Act::sign, {request.unitId, request.documentType});
        const auto stored = services_.files.record(tx, placed, found.file.name, found.file.mediaType, refOfRequest(request.id));
        if (!requests_.markSigned(tx, request.id, stored.id, result.level, now)) {
            throw AppError{ErrorKind::conflict, "signing.already-decided"};
        }
        services_.inbox.complete(tx, refOfRequest(request.id), {});
        const std::string act = request.signer == KeyOwner::agency ? "signing.sealed" : "signing.signed";
        services_.timeline.append(tx, caller, request.entity, act, {}, R"({"level":")" + result.level + R"("})");
        services_.audit.record(tx, caller, act, refOfRequest(request.id),
                               R"({"sha256":")" + stored.sha256 + R"(","key":")" + key.id + R"("})");
        const SignedEvent payload{request.id,
                                  {request.entity.plugin, request.entity.type, request.entity.id},
                                  request.signer,
                                  caller.postId,
                                  caller.personName,
                                  now,
                                  stored};
        services_.events.publish(tx, {"signing.request-signed.v1", request.entity, request.agencyId, caller.postId}, payload);
        services_.completions.remember(tx, request, key, result.level);
        if (along) {
            along(tx, result);
        }
    });
}

}  // namespace congvu::signingdesk
