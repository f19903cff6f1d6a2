// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/http/Caller.h"
#include "congvu/signing/keys/SecretText.h"
#include "congvu/signing/keys/Signer.h"
#include "congvu/time/Clock.h"
#include "domain/SigningKey.h"
#include "service/BoundedWork.h"
#include "storage/KeyRepository.h"

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::signingdesk {

/// Opens sealed keys under their PIN and counts wrong PINs. A wrong PIN is counted durably before the caller learns that it is wrong, and a
/// key's PINs are tried one after the other, so nobody gets more guesses by asking at once or by ending the server. An attempt that the
/// end of the server cuts off counts nothing: it told nothing. A right PIN clears the count.
/// A wrong PIN and the locking of a key stand in the audit log. Sealing and opening are bounded work: one takes 64 MiB.
class KeyVault {
public:
    KeyVault(db::Db& db, audit::Audit& audit, Clock& clock, BoundedWork& work) : db_(db), audit_(audit), clock_(clock), work_(work) {}

    /// Seals a private key (PKCS#8) under a PIN; what is stored of it, in hex.
    std::string seal(const signing::SecretText& pkcs8, std::string_view pin);

    /// A signer that lives as long as it is needed. AppError locked "signing.key-locked"; invalid "/pin" "signing.wrong-pin" with the
    /// attempts that are left; conflict "signing.certificate-expired" or "signing.certificate-not-yet-valid" before the PIN is tried.
    std::shared_ptr<const signing::Signer> open(const http::Caller& caller, const SigningKey& key, std::string_view pin);
    /// Seals the key anew under another PIN. Refuses as open() does, except that an expired key may still get another PIN.
    void changePin(const http::Caller& caller, const SigningKey& key, std::string_view pin, std::string_view newPin);
    /// AppError conflict "signing.certificate-expired" or "signing.certificate-not-yet-valid".
    void refuseUnusable(const SigningKey& key) const;

private:
    [[nodiscard]] std::mutex& turnOf(const SigningKey& key);
    /// Tries the PIN with \p attempt, which gets the sealed key, and counts and records a wrong one. The turn is held.
    template <class Attempt>
    auto tryPin(const http::Caller& caller, const SigningKey& key, Attempt&& attempt);
    void acceptRightPin(db::Tx& tx, const SigningKey& key) const;
    [[noreturn]] void refuseWrongPin(const http::Caller& caller, const SigningKey& key);

    db::Db& db_;
    audit::Audit& audit_;
    Clock& clock_;
    BoundedWork& work_;
    KeyRepository keys_;
    std::array<std::mutex, 64> turns_;  ///< by hash of the key's id
};

/// How the audit log names a key.
EntityRef refOfKey(std::string_view keyId);
/// The certificate and chain of a stored key.
signing::Certificate certificateOf(const SigningKey& key);
std::vector<signing::Certificate> chainOf(const SigningKey& key);
/// AppError invalid at \p pointer unless the PIN has 6 to 64 characters.
void requirePinStrength(std::string_view pin, const char* pointer);

}  // namespace congvu::signingdesk
