// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/ChunkedDecoder.h"
#include "http/HeadParser.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace congvu::host {

/// Takes in the body of one request as it comes: small ones in memory, large ones in a file.
class BodyCollector {
public:
    struct Limits {
        std::size_t maximumBytes = 0;  ///< of the route
        std::size_t inMemory = 0;      ///< more goes to a file
        std::filesystem::path uploadFolder;
    };
    enum class Result { needsMore, complete, bad, tooLarge };

    BodyCollector(BodyFraming framing, std::int64_t length, Limits limits);

    /// Takes what belongs to the body off the front of `input`. Throws std::system_error when the disk fails.
    Result take(std::string_view& input, IncomingRequest& request);
    [[nodiscard]] std::int64_t received() const { return received_; }

private:
    void keep(std::string_view content, IncomingRequest& request);
    Result takeLength(std::string_view& input, IncomingRequest& request);
    Result takeChunked(std::string_view& input, IncomingRequest& request);

    BodyFraming framing_;
    std::int64_t remaining_;
    Limits limits_;
    ChunkedDecoder decoder_;
    std::int64_t received_ = 0;
};

}  // namespace congvu::host
