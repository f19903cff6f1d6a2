// SPDX-License-Identifier: Apache-2.0
#include "http/MultipartParser.h"
#include "http/UploadReader.h"

#include "congvu/error/AppError.h"
#include "testing/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <fstream>
#include <iterator>

namespace congvu::host {
namespace {

/// Writes down what the parser says: "[name|file]content;" for every part.
std::string outline(const std::string& body, std::size_t piece = 1000) {
    std::string text;
    MultipartParser parser("B", {[&](const PartHead& head) { text += '[' + head.name + '|' + head.fileName.value_or("-") + ']'; },
                                 [&](std::string_view bytes) { text += bytes; }, [&] { text += ';'; }});
    for (std::size_t at = 0; at < body.size(); at += piece) {
        parser.feed(std::string_view{body}.substr(at, piece));
    }
    parser.finish();
    return text;
}

std::string part(const std::string& disposition, const std::string& content) {
    return "--B\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

TEST(HttpMultipart, GivesTheSamePartsHoweverTheBytesArrive) {
    const auto body = part("name=\"data\"", "{\"a\":1}") + part("name=\"file\"; filename=\"a.pdf\"", "x\r\n--Other\r\n--") +
                      part("name=empty", "") + "--B--\r\n";
    for (std::size_t piece = 1; piece < body.size(); ++piece) {
        EXPECT_EQ(outline(body, piece), "[data|-]{\"a\":1};[file|a.pdf]x\r\n--Other\r\n--;[empty|-];") << piece;
    }
}

TEST(HttpMultipart, RefusesABodyThatEndsEarly) {
    EXPECT_THROW(outline(part("name=\"a\"", "1")), AppError);
    EXPECT_THROW(outline(""), AppError);
    EXPECT_THROW(outline("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nabc"), AppError);
}

TEST(HttpMultipart, RefusesPartsWithoutANameAndTransferEncodings) {
    EXPECT_THROW(outline(part("filename=\"a\"", "1") + "--B--"), AppError);
    EXPECT_THROW(outline("--B\r\nContent-Type: text/plain\r\n\r\n1\r\n--B--"), AppError);
    EXPECT_THROW(outline("--B\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nMQ==\r\n--B--"),
                 AppError);
    EXPECT_THROW(outline("--B\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--B--"), AppError);
}

TEST(HttpMultipart, RefusesHugePartHeadsAndTooManyParts) {
    EXPECT_THROW(outline("--B\r\nX: " + std::string(10'000, 'a') + "\r\n\r\n1\r\n--B--"), AppError);
    std::string body;
    for (int i = 0; i < 101; ++i) {
        body += part("name=\"p" + std::to_string(i) + "\"", "");
    }
    EXPECT_THROW(outline(body + "--B--"), AppError);
}

TEST(HttpMultipart, ReadsTheBoundaryOfTheContentType) {
    EXPECT_EQ(multipartBoundary("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(multipartBoundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b\""), std::nullopt);
    EXPECT_EQ(multipartBoundary("multipart/form-data; boundary=\"abc\""), "abc");
    EXPECT_EQ(multipartBoundary("multipart/form-data"), std::nullopt);
    EXPECT_EQ(multipartBoundary("application/json; boundary=abc"), std::nullopt);
    EXPECT_EQ(multipartBoundary("multipart/form-data; boundary=" + std::string(71, 'a')), std::nullopt);
}

TEST(HttpMultipart, StoresFilesWithHashAndTypeByContent) {
    const testing::TemporaryFolder folder;
    Exchange exchange;
    exchange.request.body =
        part("name=\"data\"", "{}") + part("name=\"file\"; filename=\"..\\..\\Tờ trình.docx\"", "%PDF-1.7\n") + "--B--\r\n";
    readUploads(exchange, "B", folder.path());
    ASSERT_EQ(exchange.uploads.size(), 1U);
    const auto& upload = exchange.uploads.front();
    EXPECT_EQ(upload.name, "Tờ trình.docx");
    EXPECT_EQ(upload.mediaType, "application/pdf");
    EXPECT_EQ(upload.sizeBytes, 9);
    EXPECT_EQ(upload.sha256, "0716f9264c9fe19f5d7455276107f3ddcc1d3497f63d60689a73558ae8a1bf5e");
    EXPECT_EQ(exchange.parts.at("data"), "{}");
    std::ifstream file(upload.path, std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "%PDF-1.7\n");
}

TEST(HttpMultipart, RemovesUploadsWithTheRequest) {
    const testing::TemporaryFolder folder;
    std::filesystem::path path;
    {
        Exchange exchange;
        exchange.request.body = part("name=\"file\"; filename=\"a\"", "1") + "--B--";
        readUploads(exchange, "B", folder.path());
        path = exchange.uploads.front().path;
        EXPECT_TRUE(std::filesystem::exists(path));
    }
    EXPECT_FALSE(std::filesystem::exists(path));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(HttpMultipart, CleansHostileFileNames) {
    EXPECT_EQ(cleanFileName("/etc/passwd"), "passwd");
    EXPECT_EQ(cleanFileName("C:\\temp\\báo cáo.pdf"), "báo cáo.pdf");
    EXPECT_EQ(cleanFileName("a\r\nb\x7f.txt"), "ab.txt");
    EXPECT_EQ(cleanFileName("gpj.\u202efdp.exe"), "gpj.fdp.exe");
    EXPECT_EQ(cleanFileName("..."), "file");
    EXPECT_EQ(cleanFileName(""), "file");
    EXPECT_EQ(cleanFileName("\xff\xfe"), "file");
    EXPECT_EQ(cleanFileName(std::string(500, 'a')).size(), 200U);
}

}  // namespace
}  // namespace congvu::host
