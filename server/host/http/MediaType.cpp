// SPDX-License-Identifier: Apache-2.0
#include "http/MediaType.h"

#include <magic.h>
#include <array>
#include <memory>
#include <mutex>
#include <utility>

namespace congvu::host {

namespace {

using Magic = std::unique_ptr<magic_set, decltype(&magic_close)>;

Magic openMagic() {
    Magic magic{magic_open(MAGIC_MIME_TYPE), &magic_close};
    if (magic && magic_load(magic.get(), nullptr) != 0) {
        magic.reset();
    }
    return magic;
}

}  // namespace

std::string mediaTypeOf(std::string_view firstBytes) {
    static std::mutex mutex;  // one cookie is not thread-safe and holds a database of several megabytes
    static const Magic magic = openMagic();
    const std::lock_guard lock(mutex);
    const char* type = magic ? magic_buffer(magic.get(), firstBytes.data(), firstBytes.size()) : nullptr;
    return type == nullptr ? "application/octet-stream" : type;
}

std::string_view webMediaType(std::string_view fileName) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 24> types{{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".map", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".gif", "image/gif"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".woff", "font/woff"},
        {".ttf", "font/ttf"},
        {".otf", "font/otf"},
        {".pfb", "application/x-font-type1"},
        {".wasm", "application/wasm"},
        {".bcmap", "application/octet-stream"},
        {".txt", "text/plain; charset=utf-8"},
        {".pdf", "application/pdf"},
        {".xml", "application/xml"},
    }};
    for (const auto& [ending, type] : types) {
        if (fileName.ends_with(ending)) {
            return type;
        }
    }
    return "application/octet-stream";
}

}  // namespace congvu::host
