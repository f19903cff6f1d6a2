// SPDX-License-Identifier: Apache-2.0
#include "http/HeadParser.h"

#include "http/Router.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace congvu::host {

namespace {

constexpr std::size_t kMaximumLengthDigits = 15;

/// token of RFC 9110 §5.6.2
bool isTokenCharacter(char c) {
    static const auto table = [] {
        std::array<bool, 256> allowed{};
        for (const char letter : std::string_view{"!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"}) {
            allowed[static_cast<unsigned char>(letter)] = true;
        }
        return allowed;
    }();
    return table[static_cast<unsigned char>(c)];
}

bool isToken(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

/// field-content of RFC 9110 §5.5: no control characters but the tab.
bool isFieldValue(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20 ? c != 0x7f : c == '\t'; });
}

/// origin-form: what a browser or a proxy sends; visible ASCII only.
bool isTarget(std::string_view text) {
    return !text.empty() && text.front() == '/' &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f && c != '#' && c != '\\'; });
}

bool isHost(std::string_view text) {
    return !text.empty() && text.size() <= 255 &&
           std::all_of(text.begin(), text.end(), [](char c) { return isTokenCharacter(c) || c == ':' || c == '[' || c == ']'; });
}

std::string_view trimBlanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

/// Takes one line off the front; the text is known to end in CRLF.
std::string_view takeLine(std::string_view& text) {
    const auto end = text.find("\r\n");
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 2);
    return line;
}

void readMethod(std::string_view name, IncomingRequest& request) {
    request.isHead = name == "HEAD";
    for (const auto method : {http::Method::get, http::Method::post, http::Method::put, http::Method::patch, http::Method::del}) {
        if (name == methodName(method)) {
            request.method = method;
        }
    }
    if (request.isHead) {
        request.method = http::Method::get;
    }
}

HeadFault readRequestLine(std::string_view line, ParsedHead& parsed) {
    const auto firstBlank = line.find(' ');
    const auto lastBlank = line.rfind(' ');
    if (firstBlank == std::string_view::npos || firstBlank == lastBlank) {
        return HeadFault::badRequest;
    }
    const auto method = line.substr(0, firstBlank);
    const auto target = line.substr(firstBlank + 1, lastBlank - firstBlank - 1);
    const auto version = line.substr(lastBlank + 1);
    if (!isToken(method) || method.size() > 20 || version.size() != 8 || !version.starts_with("HTTP/")) {
        return HeadFault::badRequest;
    }
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        return HeadFault::versionNotSupported;
    }
    if (target.size() > kMaximumTarget) {
        return HeadFault::uriTooLong;
    }
    if (!isTarget(target)) {
        return HeadFault::badRequest;
    }
    readMethod(method, parsed.request);
    const auto question = std::min(target.find('?'), target.size());
    parsed.request.path = target.substr(0, question);
    parsed.request.query = target.substr(std::min(question + 1, target.size()));
    parsed.keepsAlive = version == "HTTP/1.1";
    return HeadFault::none;
}

HeadFault readFields(std::string_view text, HeaderList& headers) {
    headers.reserve(24, text.size());
    while (text != "\r\n") {
        const auto line = takeLine(text);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || !isToken(line.substr(0, colon))) {
            return HeadFault::badRequest;  // also a folded line, which starts with a blank
        }
        const auto value = trimBlanks(line.substr(colon + 1));
        if (!isFieldValue(value)) {
            return HeadFault::badRequest;
        }
        if (headers.size() == kMaximumFields) {
            return HeadFault::headTooLarge;
        }
        headers.add(line.substr(0, colon), value);
    }
    return HeadFault::none;
}

HeadFault readLength(std::string_view text, ParsedHead& parsed) {
    const bool digitsOnly = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (text.empty() || !digitsOnly || text.size() > kMaximumLengthDigits) {
        return HeadFault::badRequest;
    }
    std::from_chars(text.data(), text.data() + text.size(), parsed.bodyLength);
    parsed.framing = parsed.bodyLength > 0 ? BodyFraming::length : BodyFraming::none;
    return HeadFault::none;
}

HeadFault readFraming(const HeaderList& headers, bool isVersion11, ParsedHead& parsed) {
    const auto lengths = headers.count("Content-Length");
    const auto codings = headers.count("Transfer-Encoding");
    if (lengths + codings > 1) {
        return HeadFault::badRequest;  // RFC 9112 §6.3: two lengths, or a length beside a coding, is how requests are smuggled
    }
    if (codings == 1) {
        if (!isVersion11) {
            return HeadFault::badRequest;
        }
        if (!equalsIgnoringCase(*headers.find("Transfer-Encoding"), "chunked")) {
            return HeadFault::notImplemented;
        }
        parsed.framing = BodyFraming::chunked;
    }
    return lengths == 1 ? readLength(*headers.find("Content-Length"), parsed) : HeadFault::none;
}

HeadFault readConnection(const HeaderList& headers, ParsedHead& parsed) {
    if (const auto connection = headers.find("Connection")) {
        std::string_view rest = *connection;
        while (!rest.empty()) {
            const auto comma = std::min(rest.find(','), rest.size());
            const auto option = trimBlanks(rest.substr(0, comma));
            rest.remove_prefix(std::min(comma + 1, rest.size()));
            parsed.keepsAlive = parsed.keepsAlive && !equalsIgnoringCase(option, "close");
        }
    }
    if (const auto expectation = headers.find("Expect")) {
        if (!equalsIgnoringCase(*expectation, "100-continue")) {
            return HeadFault::expectationFailed;
        }
        parsed.expectsContinue = parsed.framing != BodyFraming::none;
    }
    return HeadFault::none;
}

}  // namespace

std::size_t headLength(std::string_view received, std::size_t alreadySeen) {
    const auto from = alreadySeen > 3 ? alreadySeen - 3 : 0;
    const auto end = received.find("\r\n\r\n", from);
    return end == std::string_view::npos ? 0 : end + 4;
}

HeadFault parseHead(std::string_view head, ParsedHead& parsed) {
    if (head.size() > kMaximumHead) {
        return HeadFault::headTooLarge;
    }
    if (!head.ends_with("\r\n\r\n")) {
        return HeadFault::badRequest;
    }
    if (const auto fault = readRequestLine(takeLine(head), parsed); fault != HeadFault::none) {
        return fault;
    }
    auto& headers = parsed.request.headers;
    if (const auto fault = readFields(head, headers); fault != HeadFault::none) {
        return fault;
    }
    const bool isVersion11 = parsed.keepsAlive;
    const auto hosts = headers.count("Host");
    if (hosts > 1 || (hosts == 0 && isVersion11) || (hosts == 1 && !isHost(*headers.find("Host")))) {
        return HeadFault::badRequest;
    }
    if (const auto fault = readFraming(headers, isVersion11, parsed); fault != HeadFault::none) {
        return fault;
    }
    return readConnection(headers, parsed);
}

int statusOf(HeadFault fault) {
    switch (fault) {
        case HeadFault::none:
            return 200;
        case HeadFault::badRequest:
            return 400;
        case HeadFault::uriTooLong:
            return 414;
        case HeadFault::headTooLarge:
            return 431;
        case HeadFault::expectationFailed:
            return 417;
        case HeadFault::notImplemented:
            return 501;
        case HeadFault::versionNotSupported:
            return 505;
    }
    return 400;
}

}  // namespace congvu::host
