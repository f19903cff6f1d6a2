// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/Pkcs11Uri.h"

#include <array>
#include <charconv>

#include "congvu/signing/SigningError.h"

namespace congvu::signing {
namespace {

constexpr std::string_view kScheme = "pkcs11:";

/// A path attribute of RFC 7512, 2.3, that is text.
struct TextAttribute {
    std::string_view name;
    std::optional<std::string> Pkcs11Uri::*member;
};

constexpr std::array kTextAttributes{
    TextAttribute{"token", &Pkcs11Uri::token},
    TextAttribute{"manufacturer", &Pkcs11Uri::manufacturer},
    TextAttribute{"model", &Pkcs11Uri::model},
    TextAttribute{"serial", &Pkcs11Uri::serial},
    TextAttribute{"object", &Pkcs11Uri::object},
    TextAttribute{"id", &Pkcs11Uri::id},
    TextAttribute{"type", &Pkcs11Uri::type},
    TextAttribute{"slot-description", &Pkcs11Uri::slotDescription},
    TextAttribute{"slot-manufacturer", &Pkcs11Uri::slotManufacturer},
};

[[noreturn]] void refuseUri(const std::string& why) {
    throw SigningError(ErrorCode::invalidArgument, "PKCS#11 URI: " + why);
}

std::string decode(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            out += text[at];
            continue;
        }
        const std::string_view digits = text.substr(at + 1, 2);
        unsigned value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        if (digits.size() != 2 || error != std::errc{} || end != digits.data() + 2) {
            refuseUri("a percent sign without two hexadecimal digits");
        }
        out += static_cast<char>(value);
        at += 2;
    }
    return out;
}

std::string encode(std::string_view text, std::string_view alsoPlain) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char letter : text) {
        const bool isPlain = (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ||
                             alsoPlain.find(letter) != std::string_view::npos;
        if (isPlain) {
            out += letter;
        } else {
            const auto byte = static_cast<unsigned char>(letter);
            out += '%';
            out += kDigits[byte >> 4U];
            out += kDigits[byte & 15U];
        }
    }
    return out;
}

/// Calls `take(name, decoded value)` for each `name=value` between separators.
template <typename Take>
void splitAttributes(std::string_view text, char separator, Take take) {
    while (!text.empty()) {
        const std::string_view attribute = text.substr(0, text.find(separator));
        text.remove_prefix(std::min(text.size(), attribute.size() + 1));
        const std::size_t equals = attribute.find('=');
        if (equals == std::string_view::npos || equals == 0) {
            refuseUri("an attribute without a name or value");
        }
        take(attribute.substr(0, equals), decode(attribute.substr(equals + 1)));
    }
}

void takePathAttribute(Pkcs11Uri& uri, std::string_view name, std::string value) {
    for (const TextAttribute& attribute : kTextAttributes) {
        if (attribute.name == name) {
            if (uri.*attribute.member) {
                refuseUri(std::string(name) + " stands twice");
            }
            uri.*attribute.member = std::move(value);
            return;
        }
    }
    if (name != "slot-id" || uri.slotId) {
        refuseUri(name == "slot-id" ? "slot-id stands twice" : "unknown attribute in the path");
    }
    unsigned long number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size()) {
        refuseUri("slot-id is not a number");
    }
    uri.slotId = number;
}

}  // namespace

Pkcs11Uri Pkcs11Uri::parse(std::string_view text) {
    if (!text.starts_with(kScheme)) {
        refuseUri("it must begin with \"pkcs11:\"");
    }
    text.remove_prefix(kScheme.size());
    const std::string_view path = text.substr(0, text.find('?'));
    const std::string_view query = path.size() < text.size() ? text.substr(path.size() + 1) : std::string_view{};
    Pkcs11Uri uri;
    splitAttributes(path, ';', [&uri](std::string_view name, std::string value) { takePathAttribute(uri, name, std::move(value)); });
    splitAttributes(query, '&', [&uri](std::string_view name, std::string value) {
        if (name == "pin-value") {
            refuseUri("pin-value is refused; use pin-source=file:… or a PIN file");
        }
        if (name == "module-path") {
            uri.modulePath = std::move(value);
        } else if (name == "pin-source") {
            uri.pinSource = std::move(value);
        }
    });
    if (uri.type && *uri.type != "private" && *uri.type != "cert") {
        refuseUri("type must be private or cert");
    }
    return uri;
}

std::string Pkcs11Uri::toString() const {
    std::string path;
    const auto append = [&path](std::string_view name, const std::string& value) {
        path += (path.empty() ? "" : ";") + std::string(name) + '=' + value;
    };
    for (const TextAttribute& attribute : kTextAttributes) {
        if (const auto& value = this->*attribute.member) {
            // RFC 7512, 2.3: every byte of an id should be percent-encoded.
            append(attribute.name, encode(*value, "-._~"));
        }
    }
    if (slotId) {
        append("slot-id", std::to_string(*slotId));
    }
    std::string query;
    if (!modulePath.empty()) {
        query = "?module-path=" + encode(modulePath, "-._~/");
    }
    if (!pinSource.empty()) {
        query += (query.empty() ? "?" : "&") + ("pin-source=" + encode(pinSource, "-._~/:"));
    }
    return std::string(kScheme) + path + query;
}

std::string Pkcs11Uri::pinFile() const {
    if (pinSource.starts_with("file:///")) {
        return pinSource.substr(7);
    }
    if (pinSource.starts_with("file:/") && !pinSource.starts_with("file://")) {
        return pinSource.substr(5);
    }
    const std::size_t colon = pinSource.find(':');
    if (pinSource.starts_with('|') || (colon != std::string::npos && colon < pinSource.find('/'))) {
        refuseUri("pin-source must name a file");
    }
    return pinSource;
}

}  // namespace congvu::signing
