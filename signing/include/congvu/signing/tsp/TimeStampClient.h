// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "congvu/signing/Bytes.h"

namespace congvu::signing {

/// Gives RFC 3161 time-stamp tokens.
class TimeStampSource {
public:
    virtual ~TimeStampSource() = default;

    /// A TimeStampToken (DER of a CMS SignedData) whose imprint is the SHA-256 of `data`; imprint, nonce and status have
    /// been checked. Throws SigningError: timeStampUnavailable, timeStampInvalid. May take minutes: never call it on a
    /// request's thread.
    Bytes stamp(ByteView data);

    /// The same for data whose SHA-256 is at hand: the bytes that a document time-stamp covers are not in one piece.
    virtual Bytes stampDigest(ByteView sha256) = 0;

    /// Room that a token of this source may need inside the CMS.
    virtual std::size_t largestToken() const = 0;
};

/// RFC 3161 over HTTP (OSSL_HTTP_*), bounded in time and size. One object may be used by one thread at a time.
class TimeStampClient : public TimeStampSource {
public:
    /// `url`: http://host[:port]/path.
    explicit TimeStampClient(std::string url, std::chrono::seconds timeout = std::chrono::seconds{150});

    Bytes stampDigest(ByteView sha256) override;
    std::size_t largestToken() const override { return 8 * 1024; }

private:
    std::string url_;
    std::chrono::seconds timeout_;
};

}  // namespace congvu::signing
