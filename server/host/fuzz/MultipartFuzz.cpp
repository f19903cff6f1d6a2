// SPDX-License-Identifier: Apache-2.0
#include "http/MultipartParser.h"
#include "http/UploadReader.h"

#include "congvu/error/AppError.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

/// What the parser says of the body when it comes in pieces of that size.
std::string outline(std::string_view body, std::size_t piece) {
    using namespace congvu::host;
    std::string text;
    MultipartParser parser("B",
                           {[&](const PartHead& head) { text += '[' + head.name + '|' + cleanFileName(head.fileName.value_or("-")) + ']'; },
                            [&](std::string_view bytes) { text += bytes; }, [&] { text += ';'; }});
    try {
        while (!body.empty()) {
            parser.feed(body.substr(0, piece));
            body.remove_prefix(std::min(piece, body.size()));
        }
        parser.finish();
    } catch (const congvu::AppError&) {
        return "refused";
    }
    return text;
}

}  // namespace

/// The same body means the same however it is cut into pieces.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string body = "--B\r\n" + std::string{reinterpret_cast<const char*>(data), size};
    if (outline(body, body.size()) != outline(body, 7)) {
        std::abort();
    }
    static_cast<void>(congvu::host::multipartBoundary({reinterpret_cast<const char*>(data), size}));
    return 0;
}
