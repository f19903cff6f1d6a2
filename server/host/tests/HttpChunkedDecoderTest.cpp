// SPDX-License-Identifier: Apache-2.0
#include "http/ChunkedDecoder.h"

#include <gtest/gtest.h>

namespace congvu::host {
namespace {

using Result = ChunkedDecoder::Result;

Result decodeInPieces(std::string_view body, std::size_t piece, std::string& content) {
    ChunkedDecoder decoder;
    auto result = Result::needsMore;
    while (!body.empty() && result == Result::needsMore) {
        auto part = body.substr(0, piece);
        const auto before = part.size();
        result = decoder.read(part, content);
        body.remove_prefix(before - part.size());
    }
    return result;
}

TEST(HttpChunkedDecoder, GivesTheSameContentHoweverTheBytesArrive) {
    constexpr std::string_view body = "5\r\nhello\r\nA\r\n, world...\r\n0\r\nX-Trailer: 1\r\n\r\n";
    for (std::size_t piece = 1; piece <= body.size(); ++piece) {
        std::string content;
        EXPECT_EQ(decodeInPieces(body, piece, content), Result::complete) << piece;
        EXPECT_EQ(content, "hello, world...") << piece;
    }
}

TEST(HttpChunkedDecoder, LeavesTheNextRequestAlone) {
    std::string_view body = "1\r\na\r\n0\r\n\r\nGET / HTTP/1.1\r\n";
    std::string content;
    ChunkedDecoder decoder;
    EXPECT_EQ(decoder.read(body, content), Result::complete);
    EXPECT_EQ(body, "GET / HTTP/1.1\r\n");
}

TEST(HttpChunkedDecoder, RefusesWhatALenientParserWouldAccept) {
    for (const std::string_view body : {"5;ext=1\r\nhello\r\n0\r\n\r\n", "5\nhello\r\n", "+5\r\nhello\r\n", " 5\r\nhello\r\n", "\r\n",
                                        "123456789\r\n", "5\r\nhelloX\r\n", "0\r\n\n", "g\r\n"}) {
        std::string content;
        EXPECT_EQ(decodeInPieces(body, 1, content), Result::bad) << body;
    }
}

TEST(HttpChunkedDecoder, BoundsTheTrailer) {
    const auto body = "0\r\nX: " + std::string(20'000, 'a');
    std::string content;
    EXPECT_EQ(decodeInPieces(body, 1000, content), Result::bad);
}

}  // namespace
}  // namespace congvu::host
