// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace congvu::host {

/// Undoes the chunked coding (RFC 9112 §7.1) as bytes arrive. Strict: CRLF only, at most 8 hexadecimal digits, no chunk extensions,
/// trailer fields are counted (8 kB) and thrown away.
class ChunkedDecoder {
public:
    enum class Result { needsMore, complete, bad };

    /// Reads from the front of `input`, takes off what it has read and appends content to `content`. After `complete` the rest of
    /// `input` belongs to the next request.
    Result read(std::string_view& input, std::string& content);

private:
    enum class State { size, sizeEnd, data, dataEnd, dataEndFeed, trailer, trailerFeed, done, bad };
    void step(char c);
    void readSizeDigit(char c);
    void readTrailer(char c);

    State state_ = State::size;
    std::uint64_t remaining_ = 0;
    int digits_ = 0;
    std::size_t lineLength_ = 0;
    std::size_t trailerBytes_ = 0;
};

}  // namespace congvu::host
