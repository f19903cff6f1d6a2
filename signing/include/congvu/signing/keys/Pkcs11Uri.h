// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace congvu::signing {

/// A PKCS#11 URI (RFC 7512): which token and which object. Attributes that are absent fit everything; values are decoded.
struct Pkcs11Uri {
    std::optional<std::string> token;
    std::optional<std::string> manufacturer;
    std::optional<std::string> model;
    std::optional<std::string> serial;
    std::optional<std::string> object;
    std::optional<std::string> id;
    std::optional<std::string> type;
    std::optional<std::string> slotDescription;
    std::optional<std::string> slotManufacturer;
    std::optional<unsigned long> slotId;
    std::string modulePath;
    std::string pinSource;

    /// Throws SigningError(invalidArgument) for anything that is not a PKCS#11 URI, for attributes that are unknown or
    /// stand twice in the path (an unknown one might have excluded a key), and for pin-value: a PIN in a URI ends in
    /// process lists and logs. Unknown query attributes are ignored. The error's text never repeats the URI.
    static Pkcs11Uri parse(std::string_view text);

    /// The URI in its shortest form.
    std::string toString() const;

    /// The file that `pin-source` names ("file:/path", "file:///path" or a plain path); empty without pin-source. Throws
    /// SigningError(invalidArgument) for commands ("|…") and other schemes.
    std::string pinFile() const;
};

}  // namespace congvu::signing
