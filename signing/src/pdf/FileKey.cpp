// SPDX-License-Identifier: Apache-2.0
#include "pdf/FileKey.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "crypto/Cipher.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing::pdf {
namespace {

constexpr std::size_t kPadding = 32;

/// ISO 32000-2, 7.6.4.3.2, step a of algorithm 2.
constexpr std::array<std::uint8_t, kPadding> kPad{0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E,
                                                  0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68,
                                                  0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A};

[[noreturn]] void malformedEncryption(const char* what) {
    throw SigningError(ErrorCode::malformedPdf, std::string("malformed encryption dictionary: ") + what);
}

[[noreturn]] void unsupported(const std::string& what) {
    throw SigningError(ErrorCode::unsupportedEncryption, what);
}

bool isSame(ByteView left, ByteView right) {
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

ByteView secretView(const SecretText& secret) {
    return viewOf(secret.view());
}

/// A string of at least `size` bytes, cut to them: some programs pad it with zeros.
std::string fixedString(const Object& dictionary, const char* key, std::size_t size) {
    const Object& value = dictionary.get(key);
    if (!value.isString() || value.stringValue().size() < size) {
        malformedEncryption(key);
    }
    return value.stringValue().substr(0, size);
}

std::size_t keyBytesOf(const Object& dictionary, int version) {
    if (version == 1) {
        return 5;
    }
    if (version == 4) {
        return 16;
    }
    if (version == 5) {
        return 32;
    }
    const Object& length = dictionary.get("Length");
    const std::int64_t bits = length.isNull() ? 40 : length.integerValue();
    if (bits < 40 || bits > 128 || bits % 8 != 0) {
        malformedEncryption("Length");
    }
    return static_cast<std::size_t>(bits / 8);
}

SecretText joined(std::initializer_list<ByteView> parts) {
    const std::size_t size =
        std::accumulate(parts.begin(), parts.end(), std::size_t{0}, [](std::size_t sum, ByteView part) { return sum + part.size(); });
    SecretText out(size);
    char* next = out.data();
    for (const ByteView part : parts) {
        next = std::copy(part.begin(), part.end(), next);
    }
    return out;
}

SecretText digestOf(std::string_view algorithm, std::initializer_list<ByteView> parts) {
    const SecretText input = joined(parts);
    Bytes raw = crypto::digest(algorithm, secretView(input));
    SecretText out{textOf(raw)};
    wipe(raw.data(), raw.size());
    return out;
}

SecretText firstBytes(const SecretText& secret, std::size_t size) {
    return SecretText(secret.view().substr(0, size));
}

SecretText padded(std::string_view password) {
    const std::size_t size = std::min(password.size(), kPadding);
    return joined({viewOf(password.substr(0, size)), ByteView(kPad).first(kPadding - size)});
}

/// Algorithm 2: the key that a user password gives.
SecretText legacyKey(const EncryptionParameters& parameters, std::string_view firstIdentifier, const SecretText& paddedPassword) {
    std::array<std::uint8_t, 4> permissions{};
    for (std::size_t index = 0; index < permissions.size(); ++index) {
        permissions[index] = static_cast<std::uint8_t>(parameters.permissions >> (8 * index));
    }
    constexpr std::array<std::uint8_t, 4> kPlainMetadata{0xFF, 0xFF, 0xFF, 0xFF};
    const bool hasPlainMetadata = parameters.revision >= 4 && !parameters.encryptsMetadata;
    SecretText key = digestOf("MD5", {secretView(paddedPassword), viewOf(parameters.owner), permissions, viewOf(firstIdentifier),
                                      hasPlainMetadata ? ByteView(kPlainMetadata) : ByteView()});
    constexpr int kRounds = 50;
    for (int round = 0; parameters.revision >= 3 && round < kRounds; ++round) {
        key = digestOf("MD5", {secretView(key).first(parameters.keyBytes)});
    }
    return firstBytes(key, parameters.keyBytes);
}

SecretText varied(const SecretText& key, int mask) {
    SecretText out{key.view()};
    for (std::size_t index = 0; index < out.size(); ++index) {
        out.data()[index] = static_cast<char>(static_cast<unsigned char>(out.data()[index]) ^ mask);
    }
    return out;
}

/// Algorithms 4, 5 and 6: whether the key is the one that /U was made with.
bool opensUser(const EncryptionParameters& parameters, std::string_view firstIdentifier, const SecretText& key) {
    const ByteView expected = viewOf(parameters.user);
    if (parameters.revision == 2) {
        return isSame(crypto::rc4(secretView(key), kPad), expected);
    }
    Bytes value = crypto::digest("MD5", kPad, viewOf(firstIdentifier));
    for (int mask = 0; mask < 20; ++mask) {
        value = crypto::rc4(secretView(varied(key, mask)), value);
    }
    return isSame(value, expected.first(value.size()));
}

/// Algorithm 7, step a and b: the user password that an owner password hides.
SecretText hiddenUserPassword(const EncryptionParameters& parameters, std::string_view ownerPassword) {
    SecretText key = digestOf("MD5", {secretView(padded(ownerPassword))});
    constexpr int kRounds = 50;
    for (int round = 0; parameters.revision >= 3 && round < kRounds; ++round) {
        key = digestOf("MD5", {secretView(key)});
    }
    key = firstBytes(key, parameters.keyBytes);
    Bytes value(parameters.owner.begin(), parameters.owner.end());
    for (int mask = parameters.revision == 2 ? 0 : 19; mask >= 0; --mask) {
        value = crypto::rc4(secretView(varied(key, mask)), value);
    }
    SecretText out{textOf(value)};
    wipe(value.data(), value.size());
    return out;
}

std::optional<FileKey> openLegacy(const EncryptionParameters& parameters, std::string_view firstIdentifier, std::string_view password) {
    SecretText key = legacyKey(parameters, firstIdentifier, padded(password));
    if (opensUser(parameters, firstIdentifier, key)) {
        return FileKey{std::move(key), PasswordKind::user};
    }
    key = legacyKey(parameters, firstIdentifier, hiddenUserPassword(parameters, password));
    if (opensUser(parameters, firstIdentifier, key)) {
        return FileKey{std::move(key), PasswordKind::owner};
    }
    return std::nullopt;
}

/// Algorithm 2.B; at most 287 rounds, as the last byte of a round is at most 255.
SecretText hardenedHash(ByteView password, ByteView salt, ByteView userBytes) {
    constexpr std::array<const char*, 3> kDigests{"SHA256", "SHA384", "SHA512"};
    constexpr std::size_t kCopies = 64;
    constexpr std::size_t kLongestDigest = 64;
    SecretText repeated(kCopies * (password.size() + kLongestDigest + userBytes.size()));
    SecretText key(kLongestDigest);
    digestOf("SHA256", {password, salt, userBytes}).view().copy(key.data(), kLongestDigest);
    std::size_t keySize = 32;
    for (int round = 1;; ++round) {
        char* next = repeated.data();
        for (std::size_t copy = 0; copy < kCopies; ++copy) {
            next = std::copy(password.begin(), password.end(), next);
            next = std::copy_n(key.data(), keySize, next);
            next = std::copy(userBytes.begin(), userBytes.end(), next);
        }
        const ByteView filled = secretView(repeated).first(static_cast<std::size_t>(next - repeated.data()));
        const Bytes encrypted = crypto::aesCbcEncrypt(secretView(key).first(16), secretView(key).subspan(16, 16), filled);
        const unsigned sum = std::accumulate(encrypted.begin(), encrypted.begin() + crypto::kAesBlock, 0u);
        Bytes digest = crypto::digest(kDigests[sum % 3], encrypted);
        std::copy(digest.begin(), digest.end(), key.data());
        keySize = digest.size();
        wipe(digest.data(), digest.size());
        if (round >= 64 && encrypted.back() <= round - 32) {
            return firstBytes(key, 32);
        }
    }
}

SecretText modernHash(int revision, ByteView password, ByteView salt, ByteView userBytes) {
    return revision == 5 ? digestOf("SHA256", {password, salt, userBytes}) : hardenedHash(password, salt, userBytes);
}

/// Algorithm 2.A for one of the two passwords; `stored` is /U or /O: hash, validation salt, key salt.
std::optional<SecretText> openModernWith(int revision, ByteView password, ByteView stored, ByteView encryptedKey, ByteView userBytes) {
    const SecretText check = modernHash(revision, password, stored.subspan(32, 8), userBytes);
    if (!isSame(secretView(check), stored.first(32))) {
        return std::nullopt;
    }
    const SecretText intermediate = modernHash(revision, password, stored.subspan(40, 8), userBytes);
    constexpr std::array<std::uint8_t, crypto::kAesBlock> kNoVector{};
    Bytes raw = crypto::aesCbcDecrypt(secretView(intermediate), kNoVector, encryptedKey);
    SecretText key{textOf(raw)};
    wipe(raw.data(), raw.size());
    return key;
}

std::optional<FileKey> openModern(const EncryptionParameters& parameters, std::string_view password) {
    const ByteView bytes = viewOf(password);
    const ByteView user = viewOf(parameters.user);
    if (auto key = openModernWith(parameters.revision, bytes, user, viewOf(parameters.userKey), {})) {
        return FileKey{std::move(*key), PasswordKind::user};
    }
    const ByteView owner = viewOf(parameters.owner);
    if (auto key = openModernWith(parameters.revision, bytes, owner, viewOf(parameters.ownerKey), user)) {
        return FileKey{std::move(*key), PasswordKind::owner};
    }
    return std::nullopt;
}

}  // namespace

EncryptionParameters EncryptionParameters::read(const Object& dictionary) {
    if (!dictionary.isDictionary()) {
        malformedEncryption("not a dictionary");
    }
    if (!dictionary.get("Filter").isName("Standard")) {
        unsupported("the document is encrypted for certificates or by another handler than the standard one");
    }
    EncryptionParameters out;
    const std::int64_t version = dictionary.get("V").integerValue();
    const std::int64_t revision = dictionary.get("R").integerValue();
    const bool isLegacy = (version == 1 || version == 2 || version == 4) && revision >= 2 && revision <= 4;
    const bool isModern = version == 5 && (revision == 5 || revision == 6);
    if (!isLegacy && !isModern) {
        unsupported("unknown encryption: V " + std::to_string(version) + ", R " + std::to_string(revision));
    }
    out.version = static_cast<int>(version);
    out.revision = static_cast<int>(revision);
    out.keyBytes = keyBytesOf(dictionary, out.version);
    const std::size_t size = isModern ? 48 : 32;
    out.owner = fixedString(dictionary, "O", size);
    out.user = fixedString(dictionary, "U", size);
    if (isModern) {
        out.ownerKey = fixedString(dictionary, "OE", 32);
        out.userKey = fixedString(dictionary, "UE", 32);
    }
    if (!dictionary.get("P").isInteger()) {
        malformedEncryption("P");
    }
    out.permissions = static_cast<std::uint32_t>(dictionary.get("P").integerValue());
    const Object& metadata = dictionary.get("EncryptMetadata");
    out.encryptsMetadata = metadata.isNull() || metadata.isTrue();
    return out;
}

std::optional<FileKey> openFileKey(const EncryptionParameters& parameters, std::string_view firstIdentifier, std::string_view password) {
    return parameters.revision >= 5 ? openModern(parameters, password) : openLegacy(parameters, firstIdentifier, password);
}

}  // namespace congvu::signing::pdf
