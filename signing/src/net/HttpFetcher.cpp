// SPDX-License-Identifier: Apache-2.0
#include <openssl/err.h>
#include <openssl/http.h>

#include <algorithm>

#include "congvu/signing/net/Fetcher.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing {
namespace {

using Clock = std::chrono::steady_clock;

/// Parts of http://host[:port]/path in memory of OpenSSL.
struct ServerAddress {
    char* host = nullptr;
    char* port = nullptr;
    char* path = nullptr;

    explicit ServerAddress(const std::string& url) {
        int tls = 0;
        const int good = OSSL_HTTP_parse_url(url.c_str(), &tls, nullptr, &host, &port, nullptr, &path, nullptr, nullptr);
        ERR_clear_error();
        if (good != 1 || tls != 0) {
            release();
            throw SigningError(ErrorCode::invalidArgument, "the address of a server must be http://host[:port]/path");
        }
    }
    ~ServerAddress() { release(); }
    ServerAddress(const ServerAddress&) = delete;
    ServerAddress& operator=(const ServerAddress&) = delete;

private:
    void release() {
        OPENSSL_free(host);
        OPENSSL_free(port);
        OPENSSL_free(path);
    }
};

Bytes contentOf(BIO* answer) {
    char* memory = nullptr;
    const long size = BIO_get_mem_data(answer, &memory);
    return size > 0 ? Bytes(memory, memory + size) : Bytes();
}

struct RequestDeleter {
    void operator()(OSSL_HTTP_REQ_CTX* context) const noexcept { OSSL_HTTP_close(context, 1); }
};

/// One exchange; gives the address of a redirection instead of the body when there is one.
Bytes getOnce(const std::string& url, std::size_t largestAnswer, int seconds, std::string& redirection) {
    const ServerAddress server(url);
    const std::unique_ptr<OSSL_HTTP_REQ_CTX, RequestDeleter> request(
        OSSL_HTTP_open(server.host, server.port, nullptr, nullptr, 0, nullptr, nullptr, nullptr, nullptr, 0, seconds));
    crypto::require(request != nullptr, ErrorCode::networkUnavailable, "the server cannot be reached");
    constexpr int kExpectDer = 1;
    const bool good =
        OSSL_HTTP_set1_request(request.get(), server.path, nullptr, nullptr, nullptr, nullptr, kExpectDer, largestAnswer, seconds, 0) == 1;
    crypto::require(good, ErrorCode::cryptoFailure, "the request could not be made");
    char* location = nullptr;
    const crypto::BioPointer answer(OSSL_HTTP_exchange(request.get(), &location));
    if (answer == nullptr && location != nullptr) {
        redirection = location;
        OPENSSL_free(location);
        ERR_clear_error();
        return {};
    }
    crypto::require(answer != nullptr, ErrorCode::networkUnavailable, "the server did not answer");
    return contentOf(answer.get());
}

}  // namespace

Bytes HttpFetcher::get(const std::string& url, const FetchLimits& limits) {
    const auto deadline = Clock::now() + limits.timeout;
    std::string next = url;
    for (int hop = 0; hop <= limits.redirections; ++hop) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(deadline - Clock::now()).count();
        if (left <= 0) {
            break;
        }
        std::string redirection;
        Bytes body = getOnce(next, limits.largestAnswer, static_cast<int>(left), redirection);
        if (redirection.empty()) {
            return body;
        }
        if (!redirection.starts_with("http://")) {
            throw SigningError(ErrorCode::networkUnavailable, "a redirection to something else than http://");
        }
        next = std::move(redirection);
    }
    throw SigningError(ErrorCode::networkUnavailable, "too many redirections, or no answer in time");
}

Bytes HttpFetcher::post(const std::string& url, const std::string& bodyType, ByteView body, const std::string& answerType,
                        const FetchLimits& limits) {
    const ServerAddress server(url);
    const crypto::BioPointer query = crypto::memoryBio(body);
    constexpr int kExpectDer = 1;
    const crypto::BioPointer answer(OSSL_HTTP_transfer(
        nullptr, server.host, server.port, server.path, 0, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, 0, nullptr,
        bodyType.c_str(), query.get(), answerType.c_str(), kExpectDer, limits.largestAnswer, static_cast<int>(limits.timeout.count()), 0));
    crypto::require(answer != nullptr, ErrorCode::networkUnavailable, "the server did not answer");
    return contentOf(answer.get());
}

}  // namespace congvu::signing
