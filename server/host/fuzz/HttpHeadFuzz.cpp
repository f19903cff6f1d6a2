// SPDX-License-Identifier: Apache-2.0
#include "http/ChunkedDecoder.h"
#include "http/HeadParser.h"
#include "http/PercentEncoding.h"
#include "http/Router.h"

#include <cstdint>
#include <cstdlib>

/// Whatever bytes come: the parser answers, and what it accepts has unambiguous framing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace congvu::host;
    std::string_view input{reinterpret_cast<const char*>(data), size};
    const auto length = headLength(input, 0);
    if (length == 0) {
        return 0;
    }
    ParsedHead head;
    if (parseHead(input.substr(0, length), head) != HeadFault::none) {
        return 0;
    }
    const auto& headers = head.request.headers;
    if (headers.count("Content-Length") + headers.count("Transfer-Encoding") > 1 || headers.count("Host") > 1) {
        std::abort();
    }
    static_cast<void>(Router{}.match(congvu::http::Method::get, head.request.path));
    static_cast<void>(queryParameter(head.request.query, "q"));
    input.remove_prefix(length);
    if (head.framing == BodyFraming::chunked) {
        std::string content;
        ChunkedDecoder decoder;
        static_cast<void>(decoder.read(input, content));
        if (content.size() > size) {
            std::abort();
        }
    }
    return 0;
}
