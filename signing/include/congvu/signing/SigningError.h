// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace congvu::signing {

/// Why an operation of this library could not be done. The names are stable: callers map them to their own messages.
enum class ErrorCode {
    invalidArgument,           ///< the caller asked for something that makes no sense
    notAPdf,                   ///< no PDF header or no end: empty, truncated or another format
    malformedPdf,              ///< a PDF whose structure breaks ISO 32000-2
    encryptedPdf,              ///< the document is encrypted and needs a password that was not given
    wrongDocumentPassword,     ///< the password opens the encrypted document neither as user nor as owner
    unsupportedEncryption,     ///< the document is encrypted for certificates, or in a way that is not known here
    endlessPageTree,           ///< a page tree that contains itself or is deeper than any document needs
    limitExceeded,             ///< the file needs more memory, depth or objects than the limits allow
    fieldNotFound,             ///< no form field of that name
    fieldAlreadySigned,        ///< the signature field already has a value
    fieldReadOnly,             ///< a text field that may no longer be filled
    changeNotPermitted,        ///< DocMDP, FieldMDP or Lock of an earlier signature forbids this change
    pageNotFound,              ///< the document has no such page
    unreadableImage,           ///< not a PNG, or larger than the limits
    unreadableFont,            ///< not a usable TrueType font
    wrongPin,                  ///< passphrase or PIN does not open the key
    pinLocked,                 ///< the token has locked its PIN after too many wrong ones
    unreadableKey,             ///< damaged or unsupported key container
    moduleUnavailable,         ///< the PKCS#11 module cannot be loaded or started
    tokenNotFound,             ///< no token in the readers fits
    tokenRemoved,              ///< the token was taken out, or its sessions ended, before the signature was made
    tokenFailure,              ///< the token or its module refused or failed in another way
    keyNotFound,               ///< the token has no such private key
    certificateNotFound,       ///< the token has no certificate that belongs to the key
    keyMismatch,               ///< the signature does not verify under the certificate; nothing was embedded
    certificateExpired,        ///< the signer's certificate was no longer valid at the given time
    certificateNotYetValid,    ///< the signer's certificate was not yet valid at the given time
    certificateNotForSigning,  ///< key usage forbids signatures
    weakAlgorithm,             ///< the algorithm policy does not allow this key or digest for new signatures
    reservedSpaceTooSmall,     ///< the hole for /Contents cannot hold the signature and its time-stamp
    timeStampUnavailable,      ///< the time-stamp server did not answer in time, or refused
    timeStampInvalid,          ///< the time-stamp answer does not fit the request
    networkUnavailable,        ///< a server did not answer in time, refused, or answered more than the limits allow
    revocationUnavailable,     ///< no revocation data could be had for a certificate that needs it
    revocationInvalid,         ///< an OCSP response or CRL that is damaged, for something else or not signed as it must be
    certificateRevoked,        ///< the certificate was revoked at the time that counts
    chainIncomplete,           ///< an issuer's certificate is missing
    levelNotPossible,          ///< the document cannot be brought to this level
    documentChanged,           ///< the document is not the one that was prepared for signing
    accessTokenRefused,        ///< the remote signing service does not accept the access token, or no longer
    authenticationRefused,     ///< the remote signing service refused PIN or one-time password
    authorizationExpired,      ///< the remote authorization to sign (SAD) is no longer valid
    remoteServiceFailed,       ///< the remote signing service refused in another way, or answered wrongly
    malformedCms,              ///< CMS, certificate or other DER that cannot be read
    cryptoFailure              ///< OpenSSL or libsodium reported an unexpected failure
};

/// The identifier of a code, for logs and JSON ("wrongPin").
std::string_view nameOf(ErrorCode code);

/// The only exception type of this library. `what()` is English text for logs and never holds a PIN, key or passphrase.
class SigningError : public std::runtime_error {
public:
    SigningError(ErrorCode code, const std::string& message);

    ErrorCode code() const noexcept { return code_; }

    /// One sentence in Vietnamese for the person in front of the screen.
    std::string vietnameseText() const;

    /// The same sentence in English.
    std::string englishText() const;

private:
    ErrorCode code_;
};

}  // namespace congvu::signing
