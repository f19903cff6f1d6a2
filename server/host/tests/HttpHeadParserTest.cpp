// SPDX-License-Identifier: Apache-2.0
#include "http/HeadParser.h"

#include <gtest/gtest.h>

namespace congvu::host {
namespace {

ParsedHead parsed(std::string_view head) {
    ParsedHead result;
    EXPECT_EQ(parseHead(head, result), HeadFault::none) << head;
    return result;
}

HeadFault faultOf(std::string_view head) {
    ParsedHead result;
    return parseHead(head, result);
}

std::string withFields(std::string_view fields) {
    return "POST /x HTTP/1.1\r\nHost: a\r\n" + std::string{fields} + "\r\n";
}

TEST(HttpHeadParser, ReadsMethodPathQueryAndFields) {
    const auto head = parsed("GET /api/v1/units?q=a%20b HTTP/1.1\r\nHost: congvu.example:8080\r\nCookie:  a=1 \r\n\r\n");
    EXPECT_EQ(head.request.method, http::Method::get);
    EXPECT_EQ(head.request.path, "/api/v1/units");
    EXPECT_EQ(head.request.query, "q=a%20b");
    EXPECT_EQ(head.request.headers.find("cookie"), "a=1");
    EXPECT_TRUE(head.keepsAlive);
    EXPECT_EQ(head.framing, BodyFraming::none);
}

TEST(HttpHeadParser, TreatsHeadAsGetWithoutBody) {
    const auto head = parsed("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(head.request.isHead);
    EXPECT_EQ(head.request.method, http::Method::get);
}

TEST(HttpHeadParser, KeepsAnUnknownMethodForA405) {
    EXPECT_EQ(parsed("BREW / HTTP/1.1\r\nHost: a\r\n\r\n").request.method, std::nullopt);
}

TEST(HttpHeadParser, RefusesALengthBesideATransferCoding) {
    EXPECT_EQ(faultOf(withFields("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n")), HeadFault::badRequest);
}

TEST(HttpHeadParser, RefusesTwoLengthsEvenWhenTheyAreEqual) {
    EXPECT_EQ(faultOf(withFields("Content-Length: 4\r\nContent-Length: 4\r\n")), HeadFault::badRequest);
}

TEST(HttpHeadParser, RefusesALengthThatIsNotPlainDigits) {
    for (const std::string_view length : {"+4", "-1", "4, 4", "0x4", "4 4", "", "9999999999999999"}) {
        EXPECT_EQ(faultOf(withFields("Content-Length: " + std::string{length} + "\r\n")), HeadFault::badRequest) << length;
    }
}

TEST(HttpHeadParser, RefusesATransferCodingOtherThanChunked) {
    for (const std::string_view coding : {"gzip", "gzip, chunked", "chunked, chunked", "identity", "xchunked"}) {
        EXPECT_EQ(faultOf(withFields("Transfer-Encoding: " + std::string{coding} + "\r\n")), HeadFault::notImplemented) << coding;
    }
}

TEST(HttpHeadParser, RefusesChunkedInHttp10) {
    EXPECT_EQ(faultOf("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), HeadFault::badRequest);
}

TEST(HttpHeadParser, RefusesFoldedLinesAndBlanksBeforeTheColon) {
    EXPECT_EQ(faultOf(withFields("X-A: 1\r\n folded\r\n")), HeadFault::badRequest);
    EXPECT_EQ(faultOf(withFields("Content-Length : 4\r\n")), HeadFault::badRequest);
    EXPECT_EQ(faultOf(withFields("\tX-A: 1\r\n")), HeadFault::badRequest);
}

TEST(HttpHeadParser, RefusesBareLineFeedsAndOtherControlCharacters) {
    EXPECT_EQ(faultOf("GET / HTTP/1.1\nHost: a\n\r\n\r\n"), HeadFault::badRequest);
    EXPECT_EQ(faultOf(withFields("X-A: a\nTransfer-Encoding: chunked\r\n")), HeadFault::badRequest);
    EXPECT_EQ(faultOf(withFields(std::string_view{"X-A: a\0b\r\n", 10})), HeadFault::badRequest);
    EXPECT_EQ(faultOf(withFields("X-A: a\rb\r\n")), HeadFault::badRequest);
}

TEST(HttpHeadParser, WantsExactlyOneHost) {
    EXPECT_EQ(faultOf("GET / HTTP/1.1\r\n\r\n"), HeadFault::badRequest);
    EXPECT_EQ(faultOf("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), HeadFault::badRequest);
    EXPECT_EQ(faultOf("GET / HTTP/1.1\r\nHost: a b\r\n\r\n"), HeadFault::badRequest);
}

TEST(HttpHeadParser, RefusesTargetsThatAreNoPath) {
    for (const std::string_view target : {"http://other/", "*", "x", "/a\\b", "/a#b", "/\x80"}) {
        EXPECT_EQ(faultOf("GET " + std::string{target} + " HTTP/1.1\r\nHost: a\r\n\r\n"), HeadFault::badRequest) << target;
    }
    EXPECT_EQ(faultOf("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"), HeadFault::uriTooLong);
}

TEST(HttpHeadParser, RefusesOtherVersions) {
    EXPECT_EQ(faultOf("GET / HTTP/2.0\r\nHost: a\r\n\r\n"), HeadFault::versionNotSupported);
    EXPECT_EQ(faultOf("GET /\r\n\r\n"), HeadFault::badRequest);
    EXPECT_EQ(faultOf("GET  / HTTP/1.1\r\nHost: a\r\n\r\n"), HeadFault::badRequest);
}

TEST(HttpHeadParser, BoundsTheNumberOfFields) {
    std::string fields;
    for (int i = 0; i < 150; ++i) {
        fields += "X-" + std::to_string(i) + ": v\r\n";
    }
    EXPECT_EQ(faultOf(withFields(fields)), HeadFault::headTooLarge);
}

TEST(HttpHeadParser, ObeysConnectionAndExpect) {
    EXPECT_FALSE(parsed("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").keepsAlive);
    EXPECT_FALSE(parsed("GET / HTTP/1.0\r\n\r\n").keepsAlive);
    EXPECT_FALSE(parsed("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n").keepsAlive) << "an answer to HTTP/1.0 ends with the connection";
    EXPECT_TRUE(parsed(withFields("Content-Length: 3\r\nExpect: 100-continue\r\n")).expectsContinue);
    EXPECT_EQ(faultOf(withFields("Expect: tea\r\n")), HeadFault::expectationFailed);
}

TEST(HttpHeadParser, FindsTheEndOfAHeadThatComesInPieces) {
    const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (std::size_t piece = 0; piece < head.size(); ++piece) {
        EXPECT_EQ(headLength(head.substr(0, piece), 0), 0U);
        EXPECT_EQ(headLength(head + "rest", piece), head.size());
    }
}

}  // namespace
}  // namespace congvu::host
