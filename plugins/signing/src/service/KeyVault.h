// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/signing/keys/Signer.h"
#include "congvu/time/Clock.h"
#include "domain/SigningKey.h"
#include "storage/KeyRepository.h"

#include <memory>
#include <string_view>
#include <vector>

namespace congvu::signingdesk {

/// Opens sealed keys under their PIN and counts wrong PINs. The attempt is counted before the PIN is tried; a right PIN clears the count.
class KeyVault {
public:
    KeyVault(db::Db& db, Clock& clock) : db_(db), clock_(clock) {}

    /// A signer that lives as long as it is needed. AppError locked "signing.key-locked"; invalid "/pin" "signing.wrong-pin" with the
    /// attempts that are left; conflict "signing.certificate-expired" or "signing.certificate-not-yet-valid" before the PIN is tried.
    std::shared_ptr<const signing::Signer> open(const SigningKey& key, std::string_view pin);
    /// Seals the key anew under another PIN.
    void changePin(const SigningKey& key, std::string_view pin, std::string_view newPin);

private:
    void refuseUnusable(const SigningKey& key) const;
    void takeAttempt(const SigningKey& key);
    [[noreturn]] void refuseWrongPin(const SigningKey& key);
    void clearAttempts(const SigningKey& key);

    db::Db& db_;
    Clock& clock_;
    KeyRepository keys_;
};

/// The certificate and chain of a stored key.
signing::Certificate certificateOf(const SigningKey& key);
std::vector<signing::Certificate> chainOf(const SigningKey& key);
/// AppError invalid at \p pointer unless the PIN has 6 to 64 characters.
void requirePinStrength(std::string_view pin, const char* pointer);

}  // namespace congvu::signingdesk
