// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/pdf/DocumentPassword.h"
#include "pdf/FileKey.h"

namespace congvu::signing::pdf {

/// The indirect object that a string or stream stands in; both numbers enter its key (ISO 32000-2, 7.6.3.1).
struct ObjectIdentity {
    ObjectNumber number = 0;
    std::uint32_t generation = 0;
};

/// The standard security handler of one document, opened (ISO 32000-2, 7.6): decrypts and encrypts the strings and streams
/// of indirect objects. What stands in an object stream, the trailer, the encryption dictionary and cross-reference streams
/// are not its affair: the caller leaves them out. /Contents of signature dictionaries is never touched (7.6.2).
/// Immutable; safe to use from several threads.
class Security {
public:
    /// `dictionary`: /Encrypt without indirect values; `firstIdentifier`: ID[0]. Without a password, or when it does not
    /// fit, the empty user password is tried; a document that only encrypts what it attaches needs none. Throws
    /// SigningError: encryptedPdf (a password is needed), wrongDocumentPassword, unsupportedEncryption, malformedPdf.
    static std::shared_ptr<const Security> open(Object dictionary, std::string firstIdentifier, const DocumentPassword& password);

    /// Whether a revision with this dictionary and identifier has the same key.
    bool isFor(const Object& dictionary, std::string_view firstIdentifier) const;
    bool isSameAs(const Security& other) const { return isFor(other.dictionary_, other.firstIdentifier_); }

    const EncryptionParameters& parameters() const { return parameters_; }
    PasswordKind openedBy() const { return fileKey_.openedBy; }
    /// "RC4, 40 bits", "AES, 256 bits" …: how streams are encrypted.
    std::string algorithmText() const;

    /// Decrypts every string of the value in place. A string that by its length cannot be encrypted stands in plain: some
    /// programs forget to encrypt those of signature dictionaries.
    void decryptStrings(Object& value, ObjectIdentity where) const;
    /// The value with every string encrypted, as it is written into the object.
    Object encryptedStrings(Object value, ObjectIdentity where) const;

    /// Data of a stream; `dictionary` (7.3.8) says with what: a /Crypt filter, an identity, plain metadata.
    Bytes decryptedStream(const Object& dictionary, ByteView data, ObjectIdentity where) const;
    Bytes encryptedStream(const Object& dictionary, ByteView data, ObjectIdentity where) const;

    /// Whether the string of an object, of which a program overwrote the first `known` bytes, was made of zeros: some write
    /// the place for a signature encrypted, as if it were any other string. At most a block of it cannot be told.
    bool isEncryptedZeros(ByteView string, std::size_t known, ObjectIdentity where) const;

private:
    enum class Method { identity, rc4, aes128, aes256 };
    struct ObjectKey;

    Security(Object dictionary, std::string firstIdentifier, EncryptionParameters parameters);
    Method methodNamed(const Object& name) const;
    Method methodOfStream(const Object& dictionary) const;
    ObjectKey objectKey(Method method, ObjectIdentity where) const;
    Bytes decrypt(Method method, ByteView data, ObjectIdentity where) const;
    Bytes encrypt(Method method, ByteView data, ObjectIdentity where) const;
    template <typename Change>
    static void forEachString(Object& value, Change change);

    Object dictionary_;
    std::string firstIdentifier_;
    EncryptionParameters parameters_;
    FileKey fileKey_;  ///< empty when only attached files are encrypted and nobody opened them
    Method strings_ = Method::rc4;
    Method streams_ = Method::rc4;
    Method embeddedFiles_ = Method::rc4;
};

/// The dictionary without a /Crypt filter at the head of its filters: what is left decodes the decrypted data.
Object withoutCryptFilter(Object dictionary);

}  // namespace congvu::signing::pdf
