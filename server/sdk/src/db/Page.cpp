// SPDX-License-Identifier: Apache-2.0
#include "congvu/db/Page.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Value.h"
#include "congvu/json/Writer.h"

#include <sodium.h>

namespace congvu::db {

namespace {

constexpr std::size_t kMaximumCursorLength = 4096;
constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

[[noreturn]] void refuse() {
    throw AppError::invalidField("/cursor", "bad-cursor");
}

std::string fromBase64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (text.size() > kMaximumCursorLength || sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                                                text.size(), nullptr, &size, nullptr, kVariant) != 0) {
        refuse();
    }
    bytes.resize(size);
    return bytes;
}

json::Document parseCursor(const std::string& text) {
    try {
        return json::Document::parse(text);
    } catch (const AppError&) {
        refuse();
    }
}

}  // namespace

std::string packCursor(const std::vector<std::string>& sortValues) {
    json::Writer values;
    values.beginArray();
    for (const auto& value : sortValues) {
        values.string(value);
    }
    values.endArray();
    const auto bytes = values.take();
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), kVariant);
    text.pop_back();  // the zero byte that libsodium writes
    return text;
}

std::vector<std::string> unpackCursor(std::string_view cursor, std::size_t expectedValues) {
    const auto document = parseCursor(fromBase64(cursor));
    const auto values = document.root();
    if (values.kind() != json::Kind::array || values.size() != expectedValues) {
        refuse();
    }
    std::vector<std::string> sortValues;
    for (std::size_t index = 0; index < values.size(); ++index) {
        const auto value = values.element(index);
        // A zero byte would cut the text short in a database.
        if (value.kind() != json::Kind::string || value.string().find('\0') != std::string_view::npos) {
            refuse();
        }
        sortValues.emplace_back(value.string());
    }
    return sortValues;
}

}  // namespace congvu::db
