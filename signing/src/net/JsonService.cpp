// SPDX-License-Identifier: Apache-2.0
#include "net/JsonService.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "congvu/signing/SigningError.h"
#include "net/Connection.h"

namespace congvu::signing::net {
namespace {

constexpr std::size_t kLargestHead = 16 * 1024;
constexpr std::size_t kPart = 4096;

[[noreturn]] void refuseAnswer(const char* why) {
    throw SigningError(ErrorCode::networkUnavailable, std::string("the service's answer ") + why);
}

std::string lowerCase(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
    return out;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t start = std::min(text.find_first_not_of(" \t"), text.size());
    return text.substr(start, text.find_last_not_of(" \t") + 1 - start);
}

std::optional<std::size_t> numberIn(std::string_view text, int base) {
    std::size_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value, base);
    const bool isWhole = !text.empty() && result.ec == std::errc{} && result.ptr == text.data() + text.size();
    return isWhole ? std::optional(value) : std::nullopt;
}

/// What the head says about the body (RFC 9112, 6).
struct AnswerHead {
    int status = 0;
    bool isChunked = false;
    std::optional<std::size_t> length;
};

AnswerHead readHead(std::string_view head) {
    const std::size_t lineEnd = head.find("\r\n");
    const auto status = head.starts_with("HTTP/1.") && head.size() > 12 ? numberIn(head.substr(9, 3), 10) : std::nullopt;
    if (!status || *status < 100 || *status > 599) {
        refuseAnswer("is not HTTP");
    }
    AnswerHead out{static_cast<int>(*status), false, std::nullopt};
    head.remove_prefix(lineEnd + 2);
    while (!head.empty()) {
        const std::size_t end = head.find("\r\n");
        const std::string_view line = head.substr(0, end);
        const std::size_t colon = std::min(line.find(':'), line.size());
        const std::string name = lowerCase(line.substr(0, colon));
        const std::string_view value = colon == line.size() ? std::string_view() : trimmed(line.substr(colon + 1));
        if (name == "content-length") {
            const auto length = numberIn(value, 10);
            if (!length || (out.length && *out.length != *length)) {
                refuseAnswer("has no usable length");
            }
            out.length = length;
        } else if (name == "transfer-encoding") {
            out.isChunked = lowerCase(value) == "chunked";
            if (!out.isChunked) {
                refuseAnswer("has an unknown transfer encoding");
            }
        }
        head.remove_prefix(end + 2);
    }
    return out;
}

/// Reads one answer piece by piece from a connection.
class AnswerReader {
public:
    AnswerReader(Connection& connection, std::size_t largest) : connection_(connection), largest_(largest) {}

    ServiceAnswer read() {
        AnswerHead head;
        do {
            const std::size_t end = find("\r\n\r\n", kLargestHead);
            head = readHead(pending_.view().substr(0, end + 2));
            pending_.removePrefix(end + 4);
        } while (head.status < 200);  // RFC 9110, 15.2: interim answers come before the final one
        ServiceAnswer answer{head.status, {}};
        if (head.status == 204) {
            return answer;
        }
        if (head.isChunked) {
            readChunks(answer.body);
        } else if (head.length) {
            take(answer.body, *head.length);
        } else {
            while (receive()) {
                limit(pending_.size());
            }
            take(answer.body, pending_.size());
        }
        return answer;
    }

private:
    bool receive() {
        const std::size_t got = connection_.receive(pending_.room(kPart), kPart);
        pending_.grow(got);
        return got > 0;
    }

    void limit(std::size_t size) const {
        if (size > largest_) {
            refuseAnswer("is larger than allowed");
        }
    }

    std::size_t find(std::string_view mark, std::size_t within) {
        for (;;) {
            const std::size_t at = pending_.view().find(mark);
            if (at != std::string_view::npos) {
                return at;
            }
            if (pending_.size() > within) {
                refuseAnswer("has an endless head");
            }
            if (!receive()) {
                refuseAnswer("is cut short");
            }
        }
    }

    void take(keys::WipedText& body, std::size_t size) {
        limit(size);
        limit(body.size() + size);
        while (pending_.size() < size) {
            if (!receive()) {
                refuseAnswer("is cut short");
            }
        }
        body.append(pending_.view().substr(0, size));
        pending_.removePrefix(size);
    }

    /// RFC 9112, 7.1; extensions of chunks are ignored, trailers are not waited for.
    void readChunks(keys::WipedText& body) {
        constexpr std::size_t kLongestLine = 256;
        for (;;) {
            const std::size_t end = find("\r\n", kLongestLine);
            const std::string_view line = pending_.view().substr(0, end);
            const auto size = numberIn(trimmed(line.substr(0, line.find(';'))), 16);
            if (!size) {
                refuseAnswer("has a broken chunk");
            }
            pending_.removePrefix(end + 2);
            if (*size == 0) {
                return;
            }
            take(body, *size);
            if (find("\r\n", kLongestLine) != 0) {
                refuseAnswer("has a broken chunk");
            }
            pending_.removePrefix(2);
        }
    }

    Connection& connection_;
    std::size_t largest_;
    keys::WipedText pending_;
};

}  // namespace

JsonService::JsonService(WebAddress address, SecretText accessToken, std::string authorities, std::size_t largestAnswer,
                         std::chrono::seconds timeout)
    : address_(std::move(address)),
      accessToken_(std::move(accessToken)),
      authorities_(std::move(authorities)),
      largestAnswer_(largestAnswer),
      timeout_(timeout) {
    // RFC 6750, 2.1: a token of other characters would break out of its header.
    const std::string_view token = accessToken_.view();
    if (!std::all_of(token.begin(), token.end(), [](char letter) { return letter > ' ' && letter < '\x7f'; })) {
        throw SigningError(ErrorCode::invalidArgument, "the access token has characters that no token has");
    }
}

keys::WipedText JsonService::requestOf(std::string_view method, const keys::WipedText& body) const {
    keys::WipedText request;
    request.append("POST " + address_.path + '/' + std::string(method) + " HTTP/1.1\r\nHost: " + address_.authority());
    request.append("\r\nAccept: application/json\r\nContent-Type: application/json\r\nConnection: close\r\n");
    if (!accessToken_.empty()) {
        request.append("Authorization: Bearer ");
        request.append(accessToken_.view());
        request.append("\r\n");
    }
    request.append("Content-Length: " + std::to_string(body.size()) + "\r\n\r\n");
    request.append(body.view());
    return request;
}

ServiceAnswer JsonService::post(std::string_view method, const keys::WipedText& body) const {
    const auto connection = Connection::open(address_, authorities_, std::chrono::steady_clock::now() + timeout_);
    connection->send(requestOf(method, body).view());
    return AnswerReader(*connection, largestAnswer_).read();
}

}  // namespace congvu::signing::net
