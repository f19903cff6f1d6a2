// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/IncomingRequest.h"

#include <cstdint>
#include <string_view>

namespace congvu::host {

/// How long the body after a head is (RFC 9112 §6.3).
enum class BodyFraming { none, length, chunked };

/// A request head and what the connection must know of it.
struct ParsedHead {
    IncomingRequest request;
    BodyFraming framing = BodyFraming::none;
    std::int64_t bodyLength = 0;  ///< only for BodyFraming::length
    bool keepsAlive = true;
    bool expectsContinue = false;
};

/// Why a head was refused: the status to answer with before the connection closes.
enum class HeadFault {
    none,
    badRequest,          ///< 400: not HTTP/1.1 as RFC 9112 writes it, or ambiguous framing
    uriTooLong,          ///< 414
    headTooLarge,        ///< 431
    expectationFailed,   ///< 417
    notImplemented,      ///< 501: a transfer coding other than chunked
    versionNotSupported  ///< 505
};

inline constexpr std::size_t kMaximumHead = 16 * 1024;
inline constexpr std::size_t kMaximumTarget = 8 * 1024;
inline constexpr std::size_t kMaximumFields = 100;

/// The length of the head at the start of `received`, with its empty line, or 0 while it is not complete. `alreadySeen` bytes were
/// looked through before.
std::size_t headLength(std::string_view received, std::size_t alreadySeen);

/// Reads one complete head, strictly: lines end in CRLF, no white space before the colon, no folded lines, exactly one Host, no control
/// characters, never both Content-Length and Transfer-Encoding, never two Content-Length fields. What a lenient proxy in front could
/// read in another way is refused, so no request can be smuggled. Never throws for what is in the text.
HeadFault parseHead(std::string_view head, ParsedHead& parsed);

/// The status code that belongs to a fault.
int statusOf(HeadFault fault);

}  // namespace congvu::host
