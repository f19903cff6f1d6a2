// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace congvu::signingdesk {

/// Whose key it is. The agency's key is the digital seal and belongs to no person (Decree 30/2020, Art. 32).
enum class KeyOwner { person, agency };

/// Where the private key lives: sealed on this server, or on a token at its holder's desk, which only the signing agent there reaches.
enum class KeyKind { server, token };

enum class KeyState { active, locked, removed };

/// How often a PIN may be wrong in a row before the key is locked.
inline constexpr std::int64_t kMaximumWrongPins = 5;

/// A signing key with its certificate.
struct SigningKey {
    std::string id;
    KeyKind kind = KeyKind::server;
    KeyOwner owner = KeyOwner::person;
    std::optional<std::string> personId;  ///< nothing for the agency's key
    std::string agencyId;
    std::string label;
    std::string certificatePem;
    std::string chainPem;
    std::string sealedHex;  ///< the private key under argon2id and XChaCha20-Poly1305; empty for one on a token
    std::string subject;
    std::string issuer;
    std::string serial;
    Timestamp notBefore;
    Timestamp notAfter;
    std::optional<std::string> imageFileId;  ///< handwritten signature or seal, PNG
    std::int64_t wrongPins = 0;
    KeyState state = KeyState::active;
    Timestamp createdAt;
};

/// What the pages show of a key; nothing secret.
struct KeyView {
    std::string id;
    KeyKind kind = KeyKind::server;
    KeyOwner owner = KeyOwner::person;
    std::string ownerName;
    std::string label;
    std::string subject;
    std::string issuer;
    std::string serial;
    Timestamp notBefore;
    Timestamp notAfter;
    bool hasImage = false;
    KeyState state = KeyState::active;
    std::int64_t wrongPins = 0;
    std::string usable;       ///< "yes", "expired", "not-yet-valid", "locked", "removed"
    std::string fingerprint;  ///< of the certificate, SHA-256: how the agent names a key on a token; empty for keys on the server
};

/// Why a key can or cannot sign at a time: "yes", "expired", "not-yet-valid", "locked", "removed".
std::string_view usability(const SigningKey& key, Timestamp at);
/// What a post needs to sign with such a key.
std::string_view permissionToSign(KeyOwner owner);

}  // namespace congvu::signingdesk

template <>
struct congvu::json::EnumNames<congvu::signingdesk::KeyOwner> {
    static constexpr std::array values{std::pair{congvu::signingdesk::KeyOwner::person, std::string_view{"person"}},
                                       std::pair{congvu::signingdesk::KeyOwner::agency, std::string_view{"agency"}}};
};
template <>
struct congvu::json::EnumNames<congvu::signingdesk::KeyKind> {
    static constexpr std::array values{std::pair{congvu::signingdesk::KeyKind::server, std::string_view{"server"}},
                                       std::pair{congvu::signingdesk::KeyKind::token, std::string_view{"token"}}};
};
template <>
struct congvu::json::EnumNames<congvu::signingdesk::KeyState> {
    static constexpr std::array values{std::pair{congvu::signingdesk::KeyState::active, std::string_view{"active"}},
                                       std::pair{congvu::signingdesk::KeyState::locked, std::string_view{"locked"}},
                                       std::pair{congvu::signingdesk::KeyState::removed, std::string_view{"removed"}}};
};
template <>
struct congvu::json::Description<congvu::signingdesk::KeyView> {
    static auto fields() {
        using View = congvu::signingdesk::KeyView;
        return std::tuple{field("id", &View::id),
                          field("kind", &View::kind),
                          field("owner", &View::owner),
                          field("ownerName", &View::ownerName),
                          field("label", &View::label),
                          field("subject", &View::subject),
                          field("issuer", &View::issuer),
                          field("serial", &View::serial),
                          field("notBefore", &View::notBefore),
                          field("notAfter", &View::notAfter),
                          field("hasImage", &View::hasImage),
                          field("state", &View::state),
                          field("wrongPins", &View::wrongPins),
                          field("usable", &View::usable),
                          field("fingerprint", &View::fingerprint)};
    }
};
