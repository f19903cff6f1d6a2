// SPDX-License-Identifier: Apache-2.0
#include "pdf/Security.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <optional>

#include "crypto/Cipher.h"
#include "crypto/OpenSsl.h"
#include "pdf/PasswordText.h"

namespace congvu::signing::pdf {
namespace {

using crypto::kAesBlock;

[[noreturn]] void wrongCryptFilter(const char* what) {
    throw SigningError(ErrorCode::malformedPdf, std::string("malformed encryption dictionary: ") + what);
}

/// A dictionary whose /Contents is the value of a signature, in plain (ISO 32000-2, 7.6.2).
bool isSignatureDictionary(const Object& dictionary) {
    return dictionary.has("ByteRange") && dictionary.get("Contents").isString();
}

/// The file's key under the given password, else under the empty one; nothing when neither opens it.
std::optional<FileKey> openedKey(const EncryptionParameters& parameters, std::string_view firstIdentifier,
                                 const DocumentPassword& password) {
    if (!password.empty()) {
        for (const SecretText& bytes : passwordBytes(password.view(), parameters.revision)) {
            if (auto key = openFileKey(parameters, firstIdentifier, bytes.view())) {
                return key;
            }
        }
    }
    return openFileKey(parameters, firstIdentifier, std::string_view(""));
}

[[noreturn]] void refusePassword(const DocumentPassword& password) {
    if (password.empty()) {
        throw SigningError(ErrorCode::encryptedPdf, "the document is encrypted and needs a password");
    }
    throw SigningError(ErrorCode::wrongDocumentPassword, "the password does not open the document");
}

/// Initial vector and at least one block.
bool isWholeBlocks(ByteView data) {
    return data.size() % kAesBlock == 0 && data.size() >= 2 * kAesBlock;
}

/// AES-CBC data: the initial vector, whole blocks, PKCS #7 padding (ISO 32000-2, 7.6.3.1). An empty string stands for
/// itself, as programs write it. A wrong padding is left: then the data ends where the blocks end.
Bytes decryptBlocks(ByteView key, ByteView data) {
    if (data.empty()) {
        return {};
    }
    if (!isWholeBlocks(data)) {
        throw SigningError(ErrorCode::malformedPdf, "encrypted data of a wrong length");
    }
    Bytes out = crypto::aesCbcDecrypt(key, data.first(kAesBlock), data.subspan(kAesBlock));
    const std::size_t padding = out.back();
    const bool isPadding =
        padding >= 1 && padding <= kAesBlock &&
        std::all_of(out.end() - static_cast<std::ptrdiff_t>(padding), out.end(), [&](std::uint8_t byte) { return byte == padding; });
    out.resize(out.size() - (isPadding ? padding : 0));
    return out;
}

Bytes encryptBlocks(ByteView key, ByteView data) {
    const std::size_t padding = kAesBlock - data.size() % kAesBlock;
    Bytes plain;
    plain.reserve(data.size() + padding);
    plain.assign(data.begin(), data.end());
    plain.insert(plain.end(), padding, static_cast<std::uint8_t>(padding));
    Bytes out(kAesBlock);
    crypto::require(RAND_bytes(out.data(), static_cast<int>(out.size())) == 1, ErrorCode::cryptoFailure, "no random bytes");
    const Bytes encrypted = crypto::aesCbcEncrypt(key, out, plain);
    out.insert(out.end(), encrypted.begin(), encrypted.end());
    return out;
}

}  // namespace

/// Key of one object; wiped at the end.
struct Security::ObjectKey {
    std::array<std::uint8_t, 32> bytes{};
    std::size_t size = 0;

    ObjectKey() = default;
    ObjectKey(ObjectKey&&) = default;
    ObjectKey& operator=(ObjectKey&&) = delete;
    ~ObjectKey() { OPENSSL_cleanse(bytes.data(), bytes.size()); }
    ByteView view() const { return ByteView(bytes).first(size); }
};

std::shared_ptr<const Security> Security::open(Object dictionary, std::string firstIdentifier, const DocumentPassword& password) {
    EncryptionParameters parameters = EncryptionParameters::read(dictionary);
    auto key = openedKey(parameters, firstIdentifier, password);
    const std::shared_ptr<Security> security(new Security(std::move(dictionary), std::move(firstIdentifier), std::move(parameters)));
    if (key) {
        security->fileKey_ = std::move(*key);
    } else if (security->strings_ != Method::identity || security->streams_ != Method::identity) {
        refusePassword(password);
    }
    return security;
}

Security::Security(Object dictionary, std::string firstIdentifier, EncryptionParameters parameters)
    : dictionary_(std::move(dictionary)), firstIdentifier_(std::move(firstIdentifier)), parameters_(std::move(parameters)) {
    if (parameters_.version >= 4) {
        strings_ = methodNamed(dictionary_.get("StrF"));
        streams_ = methodNamed(dictionary_.get("StmF"));
        embeddedFiles_ = dictionary_.has("EFF") ? methodNamed(dictionary_.get("EFF")) : streams_;
    }
}

bool Security::isFor(const Object& dictionary, std::string_view firstIdentifier) const {
    return firstIdentifier == firstIdentifier_ && dictionary == dictionary_;
}

/// ISO 32000-2, tables 20, 25 and 27; without a name the identity.
Security::Method Security::methodNamed(const Object& name) const {
    if (name.isNull() || name.isName("Identity")) {
        return Method::identity;
    }
    const Object& filter = dictionary_.get("CF").get(name.stringValue());
    if (!name.isName() || !filter.isDictionary()) {
        wrongCryptFilter("a crypt filter that is not there");
    }
    const Object& method = filter.get("CFM");
    if (parameters_.version == 4 && method.isName("V2")) {
        return Method::rc4;
    }
    if (parameters_.version == 4 && method.isName("AESV2")) {
        return Method::aes128;
    }
    if (parameters_.version == 5 && method.isName("AESV3")) {
        return Method::aes256;
    }
    throw SigningError(ErrorCode::unsupportedEncryption, "a crypt filter of an unknown method");
}

Security::Method Security::methodOfStream(const Object& dictionary) const {
    if (dictionary.get("Type").isName("XRef")) {
        return Method::identity;
    }
    if (parameters_.version < 4) {
        return Method::rc4;
    }
    const Object& filter = dictionary.get("Filter");
    const Object& first = filter.isArray() && !filter.items().empty() ? filter.items().front() : filter;
    if (first.isName("Crypt")) {
        const Object& listed = dictionary.get("DecodeParms");
        const Object& own = listed.isArray() && !listed.items().empty() ? listed.items().front() : listed;
        return methodNamed(own.get("Name"));
    }
    if (!parameters_.encryptsMetadata && dictionary.get("Type").isName("Metadata")) {
        return Method::identity;
    }
    return dictionary.get("Type").isName("EmbeddedFile") ? embeddedFiles_ : streams_;
}

std::string Security::algorithmText() const {
    switch (streams_) {
        case Method::rc4:
            return "RC4, " + std::to_string(parameters_.keyBytes * 8) + " bits";
        case Method::aes128:
            return "AES, 128 bits";
        case Method::aes256:
            return "AES, 256 bits";
        case Method::identity:
            break;
    }
    return "none";
}

/// Algorithm 1 (7.6.3.2); the 256 bit method takes the file's key as it is (algorithm 1.A).
Security::ObjectKey Security::objectKey(Method method, ObjectIdentity where) const {
    if (fileKey_.key.empty()) {
        throw SigningError(ErrorCode::encryptedPdf, "what this document attaches needs a password");
    }
    ObjectKey key;
    const ByteView fileKey = viewOf(fileKey_.key.view());
    if (method == Method::aes256) {
        key.size = fileKey.size();
        std::copy(fileKey.begin(), fileKey.end(), key.bytes.begin());
        return key;
    }
    std::array<std::uint8_t, 9> salt{};
    for (std::size_t index = 0; index < 5; ++index) {
        const std::uint32_t number = index < 3 ? where.number >> (8 * index) : where.generation >> (8 * (index - 3));
        salt[index] = static_cast<std::uint8_t>(number);
    }
    constexpr std::array<std::uint8_t, 4> kAesSalt{0x73, 0x41, 0x6C, 0x54};
    std::copy(kAesSalt.begin(), kAesSalt.end(), salt.begin() + 5);
    Bytes digest = crypto::digest("MD5", fileKey, ByteView(salt).first(method == Method::aes128 ? 9 : 5));
    key.size = std::min<std::size_t>(fileKey.size() + 5, digest.size());
    std::copy_n(digest.begin(), key.size, key.bytes.begin());
    wipe(digest.data(), digest.size());
    return key;
}

Bytes Security::decrypt(Method method, ByteView data, ObjectIdentity where) const {
    if (method == Method::identity) {
        return {data.begin(), data.end()};
    }
    const ObjectKey key = objectKey(method, where);
    return method == Method::rc4 ? crypto::rc4(key.view(), data) : decryptBlocks(key.view(), data);
}

Bytes Security::encrypt(Method method, ByteView data, ObjectIdentity where) const {
    if (method == Method::identity) {
        return {data.begin(), data.end()};
    }
    const ObjectKey key = objectKey(method, where);
    return method == Method::rc4 ? crypto::rc4(key.view(), data) : encryptBlocks(key.view(), data);
}

/// `change(bytes)` gives what takes the place of every string.
template <typename Change>
void Security::forEachString(Object& value, Change change) {
    if (value.isString()) {
        value = Object::bytes(std::string(textOf(change(viewOf(value.stringValue())))));
        return;
    }
    for (Object& item : value.items()) {
        forEachString(item, change);
    }
    const bool isSignature = isSignatureDictionary(value);
    for (auto& [key, entry] : value.entries()) {
        if (!isSignature || key != "Contents") {
            forEachString(entry, change);
        }
    }
}

void Security::decryptStrings(Object& value, ObjectIdentity where) const {
    if (strings_ != Method::identity) {
        forEachString(value, [&](ByteView bytes) {
            const bool isPlain = strings_ != Method::rc4 && !isWholeBlocks(bytes);
            return isPlain ? Bytes(bytes.begin(), bytes.end()) : decrypt(strings_, bytes, where);
        });
    }
}

bool Security::isEncryptedZeros(ByteView string, std::size_t known, ObjectIdentity where) const {
    const bool isRc4 = strings_ == Method::rc4;
    if (strings_ == Method::identity || known > string.size() || (!isRc4 && !isWholeBlocks(string))) {
        return false;
    }
    const Bytes plain = decrypt(strings_, string, where);
    // The initial vector takes the first block; a block is right when it and the one before it stayed what they were.
    const std::size_t first = isRc4 ? known : (known + kAesBlock - 1) / kAesBlock * kAesBlock;
    return first < plain.size() &&
           std::all_of(plain.begin() + static_cast<std::ptrdiff_t>(first), plain.end(), [](std::uint8_t byte) { return byte == 0; });
}

Object Security::encryptedStrings(Object value, ObjectIdentity where) const {
    if (strings_ != Method::identity) {
        forEachString(value, [&](ByteView bytes) { return encrypt(strings_, bytes, where); });
    }
    return value;
}

Bytes Security::decryptedStream(const Object& dictionary, ByteView data, ObjectIdentity where) const {
    return decrypt(methodOfStream(dictionary), data, where);
}

Bytes Security::encryptedStream(const Object& dictionary, ByteView data, ObjectIdentity where) const {
    return encrypt(methodOfStream(dictionary), data, where);
}

Object withoutCryptFilter(Object dictionary) {
    const Object& filter = dictionary.get("Filter");
    if (filter.isName("Crypt")) {
        dictionary.erase("Filter");
        dictionary.erase("DecodeParms");
        return dictionary;
    }
    if (!filter.isArray() || filter.items().empty() || !filter.items().front().isName("Crypt")) {
        return dictionary;
    }
    for (const char* key : {"Filter", "DecodeParms"}) {
        Object list = dictionary.get(key);
        if (list.isArray() && !list.items().empty()) {
            list.items().erase(list.items().begin());
            dictionary.set(key, std::move(list));
        }
    }
    return dictionary;
}

}  // namespace congvu::signing::pdf
