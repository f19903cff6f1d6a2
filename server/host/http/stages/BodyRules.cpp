// SPDX-License-Identifier: Apache-2.0
#include "http/stages/BodyRules.h"

#include "http/MultipartParser.h"
#include "http/UploadReader.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

namespace congvu::host {

namespace {

AppError tooLarge(const http::Route& route) {
    return {ErrorKind::tooLarge, "too-large", {{"maxBytes", std::to_string(route.maxBodyBytes)}}};
}

bool isJson(std::string_view contentType) {
    const auto type = contentType.substr(0, std::min(contentType.find(';'), contentType.size()));
    const auto end = type.find_last_not_of(' ');
    return end != std::string_view::npos && equalsIgnoringCase(type.substr(0, end + 1), "application/json");
}

bool announcesBody(const HeaderList& headers) {
    const auto length = headers.find("Content-Length");
    return headers.find("Transfer-Encoding") || (length && *length != "0");
}

/// A JSON body of more than 64 KB came through a file; handlers read text.
void loadText(IncomingRequest& request) {
    std::ifstream file(request.bodyFile->path(), std::ios::binary);
    request.body.assign(std::istreambuf_iterator<char>(file), {});
    request.bodyFile.reset();
}

}  // namespace

void checkAnnouncedBody(const Exchange& exchange) {
    const auto& headers = exchange.request.headers;
    const auto& route = exchange.route();
    if (!announcesBody(headers)) {
        return;
    }
    if (const auto length = headers.find("Content-Length")) {
        std::size_t bytes = 0;
        std::from_chars(length->data(), length->data() + length->size(), bytes);
        if (bytes > route.maxBodyBytes) {
            throw tooLarge(route);
        }
    }
    const auto type = headers.find("Content-Type").value_or("");
    const bool isExpected = isJson(type) || (route.takesFiles && multipartBoundary(type));
    if (!isExpected) {
        throw AppError(ErrorKind::unsupportedMedia, "unsupported-media");
    }
}

void decodeBody(Exchange& exchange, const std::filesystem::path& uploadFolder) {
    auto& request = exchange.request;
    if (request.body.size() > exchange.route().maxBodyBytes) {
        throw tooLarge(exchange.route());
    }
    const auto boundary = multipartBoundary(request.headers.find("Content-Type").value_or(""));
    if (boundary && exchange.route().takesFiles) {
        readUploads(exchange, *boundary, uploadFolder);
    } else if (request.bodyFile) {
        loadText(request);
    }
}

}  // namespace congvu::host
