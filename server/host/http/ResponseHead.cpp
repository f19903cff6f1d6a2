// SPDX-License-Identifier: Apache-2.0
#include "http/ResponseHead.h"

#include <array>
#include <charconv>
#include <utility>

namespace congvu::host {

namespace {

std::string_view reasonOf(int status) {
    constexpr std::array<std::pair<int, std::string_view>, 28> reasons{{
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {302, "Found"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {423, "Locked"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
    }};
    for (const auto& [code, reason] : reasons) {
        if (code == status) {
            return reason;
        }
    }
    return "Unknown";
}

void appendNumber(std::string& out, std::int64_t number) {
    std::array<char, 24> digits;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by to_chars
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void appendField(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ");
    for (const char c : value) {
        const bool isControl = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        out += isControl ? ' ' : c;
    }
    out.append("\r\n");
}

}  // namespace

void appendResponseHead(std::string& out, const OutgoingResponse& response, std::int64_t bodyLength, AfterAnswer afterAnswer,
                        std::string_view date) {
    out.append("HTTP/1.1 ");
    appendNumber(out, response.status);
    out.append(" ").append(reasonOf(response.status)).append("\r\nDate: ").append(date).append("\r\n");
    for (const auto& [name, value] : response.headers) {
        appendField(out, name, value);
    }
    const bool hasLength = response.status != 204 && response.status != 304 && !response.stream;
    if (hasLength) {
        out.append("Content-Length: ");
        appendNumber(out, bodyLength);
        out.append("\r\n");
    }
    if (afterAnswer == AfterAnswer::close) {
        out.append("Connection: close\r\n");
    }
    out.append("\r\n");
}

}  // namespace congvu::host
