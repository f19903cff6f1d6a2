// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "congvu/signing/keys/SecretText.h"
#include "pdf/Object.h"

namespace congvu::signing::pdf {

/// What an /Encrypt dictionary of the standard security handler says about its key (ISO 32000-2, tables 20 and 21), checked.
struct EncryptionParameters {
    int version = 0;           ///< V: 1, 2, 4 or 5
    int revision = 0;          ///< R: 2 to 6
    std::size_t keyBytes = 5;  ///< 5 to 16, or 32
    std::string owner;         ///< O: 32 bytes, or 48 from revision 5 on
    std::string user;          ///< U: the same
    std::string ownerKey;      ///< OE: 32 bytes; revisions 5 and 6 only
    std::string userKey;       ///< UE
    std::uint32_t permissions = 0;
    bool encryptsMetadata = true;

    /// `dictionary` has no indirect values. Throws SigningError: unsupportedEncryption (another handler, version or
    /// revision), malformedPdf.
    static EncryptionParameters read(const Object& dictionary);
};

enum class PasswordKind { user, owner };

/// The file encryption key and how it was found.
struct FileKey {
    SecretText key;
    PasswordKind openedBy = PasswordKind::user;
};

/// Opens the file's key with one password, first as user then as owner password: algorithms 2, 6 and 7 (7.6.4.3 and
/// 7.6.4.4) for revisions 2 to 4, 2.A and 2.B (7.6.4.3.3) for 5 and 6. Nothing when the password does not open it.
std::optional<FileKey> openFileKey(const EncryptionParameters& parameters, std::string_view firstIdentifier, std::string_view password);

}  // namespace congvu::signing::pdf
