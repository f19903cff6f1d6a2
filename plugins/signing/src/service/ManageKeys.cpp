// SPDX-License-Identifier: Apache-2.0
#include "service/ManageKeys.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "congvu/json/Encode.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/Pkcs12Container.h"
#include "congvu/signing/pades/Appearance.h"
#include "service/DocumentVerification.h"

#include <algorithm>

namespace congvu::signingdesk {

namespace {

constexpr std::int64_t kLargestImage = 1024 * 1024;

signing::Pkcs12Content openContainer(std::string_view pkcs12, std::string_view passphrase) {
    try {
        return signing::Pkcs12Container::open(signing::viewOf(pkcs12), passphrase);
    } catch (const signing::SigningError& error) {
        const bool isWrong = error.code() == signing::ErrorCode::wrongPin;
        throw AppError::invalidField(isWrong ? "/passphrase" : "/file", isWrong ? "signing.wrong-passphrase" : "signing.not-a-pkcs12");
    }
}

/// Told now, and not when the picture would first be put into a document.
void requireReadableImage(const std::filesystem::path& file) {
    const auto bytes = readWholeFile(file);
    signing::AppearanceContent content;
    content.imagePng.assign(bytes.begin(), bytes.end());
    try {
        signing::Appearance::make(content);
    } catch (const signing::SigningError&) {
        throw AppError::invalidField("/file", "signing.error.unreadableImage");
    }
}

}  // namespace

std::string pemOf(const std::vector<signing::Certificate>& chain) {
    std::string pem;
    for (const auto& certificate : chain) {
        pem += certificate.toPem();
    }
    return pem;
}

void requireUsableCertificate(const signing::Certificate& certificate, Timestamp now, const char* pointer) {
    if (!certificate.allowsSignatures()) {
        throw AppError::invalidField(pointer, "signing.certificate-not-for-signing");
    }
    if (now > certificate.notAfter()) {
        throw AppError::invalidField(pointer, "signing.certificate-expired", {{"until", dayInVietnam(certificate.notAfter()).toDisplay()}});
    }
}

SigningKey newKey(const http::Caller& caller, KeyOwner owner, const signing::Certificate& certificate,
                  const std::vector<signing::Certificate>& chain, Timestamp now) {
    SigningKey key;
    key.id = newId();
    key.owner = owner;
    if (owner == KeyOwner::person) {
        key.personId = caller.personId;
    }
    key.agencyId = caller.agencyId;
    key.certificatePem = certificate.toPem();
    key.chainPem = pemOf(chain);
    key.subject = certificate.commonName();
    key.issuer = certificate.issuerCommonName();
    key.serial = certificate.serialNumber();
    key.notBefore = certificate.notBefore();
    key.notAfter = certificate.notAfter();
    key.createdAt = now;
    return key;
}

ManageKeys::ManageKeys(db::Db& db, files::FileStore& files, audit::Audit& audit, const directory::Directory& directory, Clock& clock,
                       KeyVault& vault)
    : db_(db), files_(files), audit_(audit), directory_(directory), clock_(clock), vault_(vault) {}

std::vector<KeyView> ManageKeys::listOwn(const http::Caller& caller) {
    const std::string sealAgency = caller.may("signing.seal") ? caller.agencyId : std::string{};
    const auto keys = db_.read([&](db::Reader& reader) { return keys_.listFor(reader, caller.personId, sealAgency); });
    std::vector<KeyView> views;
    std::ranges::transform(keys, std::back_inserter(views), [this](const SigningKey& key) { return viewOf(key); });
    return views;
}

std::vector<KeyView> ManageKeys::listOfAgency(const http::Caller& caller) {
    const auto keys = db_.read([&](db::Reader& reader) { return keys_.listOfAgency(reader, caller.agencyId); });
    std::vector<KeyView> views;
    std::ranges::transform(keys, std::back_inserter(views), [this](const SigningKey& key) { return viewOf(key); });
    return views;
}

KeyView ManageKeys::enrol(const http::Caller& caller, const KeyEnrolment& enrolment, std::string_view pkcs12) {
    if (!caller.may(permissionToSign(enrolment.owner))) {
        throw AppError::forbidden();
    }
    requirePinStrength(enrolment.pin, "/pin");
    const auto opened = openContainer(pkcs12, enrolment.passphrase);
    requireUsableCertificate(opened.certificate, clock_.now(), "/file");
    auto key = newKey(caller, enrolment.owner, opened.certificate, opened.chain, clock_.now());
    key.label = enrolment.label;
    key.sealedHex = vault_.seal(opened.pkcs8, enrolment.pin);
    db_.write([&](db::Tx& tx) {
        keys_.insert(tx, key);
        audit_.record(tx, caller, "signing.key-enrolled", refOfKey(key.id), R"({"serial":")" + key.serial + "\"}");
    });
    return viewOf(key);
}

void ManageKeys::setImage(const http::Caller& caller, std::string_view keyId, const files::UploadedFile& image) {
    const auto key = requireUsable(caller, keyId);
    if (image.mediaType != "image/png") {
        throw AppError::invalidField("/file", "signing.image-not-png");
    }
    if (image.sizeBytes > kLargestImage) {
        throw AppError{ErrorKind::tooLarge, "signing.image-too-large"};
    }
    requireReadableImage(image.path);
    const auto placed = files_.place(image);
    db_.write([&](db::Tx& tx) {
        const auto stored = files_.record(tx, placed, "signature.png", "image/png", refOfKey(key.id));
        forgetImage(tx, key.id);
        keys_.setImage(tx, key.id, stored.id);
        audit_.record(tx, caller, "signing.image-set", refOfKey(key.id));
    });
}

files::StoredFile ManageKeys::image(const http::Caller& caller, std::string_view keyId) {
    const auto key = requireUsable(caller, keyId);
    const auto file = db_.read([&](db::Reader& reader) { return key.imageFileId ? files_.find(reader, *key.imageFileId) : std::nullopt; });
    if (!file) {
        throw AppError::notFound();
    }
    return *file;
}

void ManageKeys::changePin(const http::Caller& caller, std::string_view keyId, std::string_view pin, std::string_view newPin) {
    const auto key = requireUsable(caller, keyId);
    if (key.kind == KeyKind::token) {
        throw AppError{ErrorKind::conflict, "signing.key-on-token"};
    }
    vault_.changePin(caller, key, pin, newPin);
}

void ManageKeys::unlock(const http::Caller& caller, std::string_view keyId) {
    const auto key = requireOfAgency(caller, keyId);
    db_.write([&](db::Tx& tx) {
        keys_.unlock(tx, key.id);
        audit_.record(tx, caller, "signing.key-unlocked", refOfKey(key.id));
    });
}

void ManageKeys::remove(const http::Caller& caller, std::string_view keyId) {
    wipe(caller, requireUsable(caller, keyId));
}

void ManageKeys::removeOfAgency(const http::Caller& caller, std::string_view keyId) {
    wipe(caller, requireOfAgency(caller, keyId));
}

void ManageKeys::wipe(const http::Caller& caller, const SigningKey& key) {
    db_.write([&](db::Tx& tx) {
        forgetImage(tx, key.id);
        keys_.remove(tx, key.id);
        audit_.record(tx, caller, "signing.key-removed", refOfKey(key.id));
    });
}

void ManageKeys::forgetImage(db::Tx& tx, std::string_view keyId) const {
    const auto key = keys_.find(tx, keyId);
    if (key && key->imageFileId) {
        files_.forget(tx, *key->imageFileId);
    }
}

OpenedKey ManageKeys::open(const http::Caller& caller, std::string_view keyId, std::string_view pin) {
    auto key = requireToSign(caller, keyId, KeyKind::server);
    auto signer = vault_.open(caller, key, pin);
    return {std::move(key), std::move(signer)};
}

SigningKey ManageKeys::tokenKey(const http::Caller& caller, std::string_view keyId) {
    auto key = requireToSign(caller, keyId, KeyKind::token);
    vault_.refuseUnusable(key);
    return key;
}

SigningKey ManageKeys::requireToSign(const http::Caller& caller, std::string_view keyId, KeyKind kind) {
    auto key = requireUsable(caller, keyId);
    if (!caller.may(permissionToSign(key.owner))) {
        throw AppError::forbidden();
    }
    if (key.kind != kind) {
        throw AppError{ErrorKind::conflict, key.kind == KeyKind::token ? "signing.key-on-token" : "signing.key-not-on-token"};
    }
    return key;
}

SigningKey ManageKeys::usableKey(db::Reader& reader, const http::Caller& caller, std::string_view keyId) const {
    auto key = keys_.find(reader, keyId);
    const bool isOwn = key && key->personId == caller.personId;
    const bool isSeal = key && key->owner == KeyOwner::agency && key->agencyId == caller.agencyId && caller.may("signing.seal");
    if (!key || key->state == KeyState::removed || (!isOwn && !isSeal)) {
        throw AppError::notFound();
    }
    return std::move(*key);
}

SigningKey ManageKeys::requireUsable(const http::Caller& caller, std::string_view keyId) {
    return db_.read([&](db::Reader& reader) { return usableKey(reader, caller, keyId); });
}

SigningKey ManageKeys::requireOfAgency(const http::Caller& caller, std::string_view keyId) {
    auto key = db_.read([&](db::Reader& reader) { return keys_.find(reader, keyId); });
    if (!key || key->agencyId != caller.agencyId || key->state == KeyState::removed) {
        throw AppError::notFound();
    }
    return std::move(*key);
}

KeyView ManageKeys::viewOf(const SigningKey& key) const {
    const auto agency = directory_.unit(key.agencyId);
    const bool isSeal = key.owner == KeyOwner::agency;
    return {key.id,
            key.kind,
            key.owner,
            isSeal && agency ? agency->name : key.subject,
            key.label,
            key.subject,
            key.issuer,
            key.serial,
            key.notBefore,
            key.notAfter,
            key.imageFileId.has_value(),
            key.state,
            key.wrongPins,
            std::string{usability(key, clock_.now())},
            key.kind == KeyKind::token ? certificateOf(key).fingerprint() : std::string{}};
}

}  // namespace congvu::signingdesk
