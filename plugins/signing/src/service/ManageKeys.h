// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/files/FileStore.h"
#include "congvu/http/Caller.h"
#include "congvu/time/Clock.h"
#include "domain/SigningKey.h"
#include "service/KeyVault.h"
#include "storage/KeyRepository.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::signingdesk {

/// What comes with a PKCS#12 file.
struct KeyEnrolment {
    KeyOwner owner = KeyOwner::person;
    std::string label;
    std::string passphrase;  ///< of the PKCS#12 file
    std::string pin;         ///< under which the key is sealed here
};

/// A key that its owner has opened with the PIN. It lives in memory only.
struct OpenedKey {
    SigningKey key;
    std::shared_ptr<const signing::Signer> signer;
};

/// A key of the caller or of the caller's agency as its certificate describes it, with a new id and nothing secret yet.
SigningKey newKey(const http::Caller& caller, KeyOwner owner, const signing::Certificate& certificate,
                  const std::vector<signing::Certificate>& chain, Timestamp now);
/// AppError invalid at the pointer for a certificate that may not sign documents or has expired.
void requireUsableCertificate(const signing::Certificate& certificate, Timestamp now, const char* pointer);
/// The certificates one behind the other, as PEM.
std::string pemOf(const std::vector<signing::Certificate>& chain);

/// Keys of the caller and of the caller's agency: enrol, picture, PIN, unlock, remove.
class ManageKeys {
public:
    ManageKeys(db::Db& db, files::FileStore& files, audit::Audit& audit, const directory::Directory& directory, Clock& clock,
               KeyVault& vault);

    /// Keys the caller may sign with: the person's own, and the agency's when the post holds the seal.
    [[nodiscard]] std::vector<KeyView> listOwn(const http::Caller& caller);
    /// Keys of the caller's agency, for its administrator.
    [[nodiscard]] std::vector<KeyView> listOfAgency(const http::Caller& caller);
    /// Takes the key out of the PKCS#12 file and seals it. AppError invalid for a wrong passphrase, a weak PIN, a certificate that
    /// may not sign or has expired. One that is not valid yet may be enrolled ahead of its day; signing waits for it. The agency's key
    /// needs signing.seal, a person's signing.sign.
    KeyView enrol(const http::Caller& caller, const KeyEnrolment& enrolment, std::string_view pkcs12);
    /// AppError notFound unless the caller may use the key. Asked before what was sent is looked at.
    void requireOwn(const http::Caller& caller, std::string_view keyId) { (void)requireUsable(caller, keyId); }
    /// A transparent PNG of the handwritten signature or the seal, at most 1 MB; one that cannot be read is refused.
    void setImage(const http::Caller& caller, std::string_view keyId, const files::UploadedFile& image);
    files::StoredFile image(const http::Caller& caller, std::string_view keyId);
    /// AppError conflict "signing.key-on-token" for a key whose PIN is the token's.
    void changePin(const http::Caller& caller, std::string_view keyId, std::string_view pin, std::string_view newPin);
    /// After too many wrong PINs, by the administrator of keys. The PIN stays the same.
    void unlock(const http::Caller& caller, std::string_view keyId);
    /// Wipes the sealed key; the certificate stays recorded.
    void remove(const http::Caller& caller, std::string_view keyId);
    /// The same for any key of the agency, by the administrator of keys.
    void removeOfAgency(const http::Caller& caller, std::string_view keyId);
    /// Opens a key that the caller may use, for signing now: the agency's needs signing.seal, a person's signing.sign. AppError forbidden
    /// without that, conflict "signing.key-on-token", else as KeyVault::open().
    [[nodiscard]] OpenedKey open(const http::Caller& caller, std::string_view keyId, std::string_view pin);
    /// The certificate of a key on a token that the caller may sign with now. AppError conflict "signing.key-not-on-token", else as open().
    [[nodiscard]] SigningKey tokenKey(const http::Caller& caller, std::string_view keyId);
    /// A key the caller may use; AppError notFound otherwise.
    SigningKey usableKey(db::Reader& reader, const http::Caller& caller, std::string_view keyId) const;
    [[nodiscard]] KeyView viewOf(const SigningKey& key) const;

private:
    void wipe(const http::Caller& caller, const SigningKey& key);
    void forgetImage(db::Tx& tx, std::string_view keyId) const;
    SigningKey requireUsable(const http::Caller& caller, std::string_view keyId);
    SigningKey requireToSign(const http::Caller& caller, std::string_view keyId, KeyKind kind);
    SigningKey requireOfAgency(const http::Caller& caller, std::string_view keyId);

    db::Db& db_;
    files::FileStore& files_;
    audit::Audit& audit_;
    const directory::Directory& directory_;
    Clock& clock_;
    KeyVault& vault_;
    KeyRepository keys_;
};

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::KeyEnrolment> {
    static auto fields() {
        using Enrolment = congvu::signingdesk::KeyEnrolment;
        return std::tuple{field("owner", &Enrolment::owner), field("label", &Enrolment::label).required().maxLength(100),
                          field("passphrase", &Enrolment::passphrase).maxLength(200),
                          field("pin", &Enrolment::pin).required().maxLength(64)};
    }
};
