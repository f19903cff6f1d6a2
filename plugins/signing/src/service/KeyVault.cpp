// SPDX-License-Identifier: Apache-2.0
#include "service/KeyVault.h"

#include "congvu/error/AppError.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/SealedKey.h"
#include "domain/Hex.h"

#include <functional>

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

EntityRef refOfKey(std::string_view keyId) {
    return {"signing", "key", std::string{keyId}};
}

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

std::string KeyVault::seal(const signing::SecretText& pkcs8, std::string_view pin) {
    return work_.run([&] { return toHex(signing::SealedKey::seal(pkcs8, pin).bytes()); });
}

std::mutex& KeyVault::turnOf(const SigningKey& key) {
    return turns_[std::hash<std::string>{}(key.id) % turns_.size()];
}

template <class Attempt>
auto KeyVault::tryPin(const http::Caller& caller, const SigningKey& key, Attempt&& attempt) {
    const auto current = db_.read([&](db::Reader& reader) { return keys_.find(reader, key.id); });
    if (!current || current->state != KeyState::active) {
        throw AppError{ErrorKind::locked, "signing.key-locked"};
    }
    return work_.run([&] {
        try {
            return attempt(sealedOf(key));
        } catch (const signing::SigningError& error) {
            if (error.code() == signing::ErrorCode::wrongPin) {
                refuseWrongPin(caller, key);
            }
            throw AppError{ErrorKind::conflict, "signing.key-unreadable"};
        }
    });
}

std::shared_ptr<const signing::Signer> KeyVault::open(const http::Caller& caller, const SigningKey& key, std::string_view pin) {
    refuseUnusable(key);
    const std::lock_guard turn{turnOf(key)};
    auto signer =
        tryPin(caller, key, [&](const signing::SealedKey& sealed) { return sealed.openSigner(pin, certificateOf(key), chainOf(key)); });
    db_.write([&](db::Tx& tx) { acceptRightPin(tx, key); });
    return signer;
}

void KeyVault::changePin(const http::Caller& caller, const SigningKey& key, std::string_view pin, std::string_view newPin) {
    requirePinStrength(newPin, "/newPin");
    const std::lock_guard turn{turnOf(key)};
    const auto sealed = tryPin(caller, key, [&](const signing::SealedKey& old) { return old.changePin(pin, newPin); });
    db_.write([&](db::Tx& tx) {
        acceptRightPin(tx, key);
        keys_.setSealed(tx, key.id, toHex(sealed.bytes()));
        audit_.record(tx, caller, "signing.pin-changed", refOfKey(key.id));
    });
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

void KeyVault::acceptRightPin(db::Tx& tx, const SigningKey& key) const {
    if (!keys_.clearWrongPins(tx, key.id)) {
        throw AppError{ErrorKind::locked, "signing.key-locked"};  // another server has locked it meanwhile
    }
}

void KeyVault::refuseWrongPin(const http::Caller& caller, const SigningKey& key) {
    const auto left = db_.write([&](db::Tx& tx) {
        const bool isCounted = keys_.countWrongPin(tx, key.id);
        const auto rest = isCounted ? kMaximumWrongPins - keys_.find(tx, key.id).value().wrongPins : 0;
        audit_.record(tx, caller, rest == 0 ? "signing.key-locked" : "signing.wrong-pin", refOfKey(key.id),
                      R"({"left":)" + std::to_string(rest) + "}");
        return rest;
    });
    if (left == 0) {
        throw AppError{ErrorKind::locked, "signing.key-locked"};
    }
    throw AppError::invalidField("/pin", "signing.wrong-pin", {{"left", std::to_string(left)}});
}

}  // namespace congvu::signingdesk
