// SPDX-License-Identifier: Apache-2.0
#include "service/KeyVault.h"

#include "congvu/error/AppError.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/SealedKey.h"
#include "domain/Hex.h"

#include <algorithm>

namespace congvu::signingdesk {

namespace {

constexpr std::size_t kShortestPin = 6;
constexpr std::size_t kLongestPin = 64;

signing::SealedKey sealedOf(const SigningKey& key) {
    const auto bytes = fromHex(key.sealedHex);
    if (!bytes) {
        throw AppError{ErrorKind::conflict, "signing.key-unreadable"};
    }
    return signing::SealedKey::fromBytes(*bytes);
}

}  // namespace

signing::Certificate certificateOf(const SigningKey& key) {
    return signing::Certificate::fromPem(key.certificatePem);
}

std::vector<signing::Certificate> chainOf(const SigningKey& key) {
    return signing::Certificate::allFromPem(key.chainPem);
}

void requirePinStrength(std::string_view pin, const char* pointer) {
    if (pin.size() < kShortestPin || pin.size() > kLongestPin) {
        throw AppError::invalidField(pointer, "signing.pin-length",
                                     {{"min", std::to_string(kShortestPin)}, {"max", std::to_string(kLongestPin)}});
    }
}

std::shared_ptr<const signing::Signer> KeyVault::open(const SigningKey& key, std::string_view pin) {
    refuseUnusable(key);
    takeAttempt(key);
    try {
        auto signer = sealedOf(key).openSigner(pin, certificateOf(key), chainOf(key));
        clearAttempts(key);
        return signer;
    } catch (const signing::SigningError& error) {
        if (error.code() == signing::ErrorCode::wrongPin) {
            refuseWrongPin(key);
        }
        throw AppError{ErrorKind::conflict, "signing.key-unreadable"};
    }
}

void KeyVault::changePin(const SigningKey& key, std::string_view pin, std::string_view newPin) {
    requirePinStrength(newPin, "/newPin");
    takeAttempt(key);
    try {
        const auto sealed = sealedOf(key).changePin(pin, newPin);
        db_.write([&](db::Tx& tx) {
            keys_.setSealed(tx, key.id, toHex(sealed.bytes()));
            keys_.clearAttempts(tx, key.id);
        });
    } catch (const signing::SigningError& error) {
        if (error.code() == signing::ErrorCode::wrongPin) {
            refuseWrongPin(key);
        }
        throw AppError{ErrorKind::conflict, "signing.key-unreadable"};
    }
}

void KeyVault::refuseUnusable(const SigningKey& key) const {
    const auto state = usability(key, clock_.now());
    if (state == "expired") {
        throw AppError{ErrorKind::conflict, "signing.certificate-expired", {{"until", dayInVietnam(key.notAfter).toDisplay()}}};
    }
    if (state == "not-yet-valid") {
        throw AppError{ErrorKind::conflict, "signing.certificate-not-yet-valid", {{"from", dayInVietnam(key.notBefore).toDisplay()}}};
    }
}

void KeyVault::takeAttempt(const SigningKey& key) {
    const bool isTaken = db_.write([&](db::Tx& tx) { return keys_.takeAttempt(tx, key.id); });
    if (!isTaken) {
        throw AppError{ErrorKind::locked, "signing.key-locked"};
    }
}

void KeyVault::refuseWrongPin(const SigningKey& key) {
    const auto current = db_.read([&](db::Reader& reader) { return keys_.find(reader, key.id); });
    const auto left = std::max<std::int64_t>(0, kMaximumWrongPins - (current ? current->wrongPins : kMaximumWrongPins));
    if (left == 0) {
        throw AppError{ErrorKind::locked, "signing.key-locked"};
    }
    throw AppError::invalidField("/pin", "signing.wrong-pin", {{"left", std::to_string(left)}});
}

void KeyVault::clearAttempts(const SigningKey& key) {
    db_.write([&](db::Tx& tx) { keys_.clearAttempts(tx, key.id); });
}

}  // namespace congvu::signingdesk
