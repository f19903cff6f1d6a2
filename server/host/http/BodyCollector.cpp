// SPDX-License-Identifier: Apache-2.0
#include "http/BodyCollector.h"

#include <algorithm>
#include <utility>

namespace congvu::host {

BodyCollector::BodyCollector(BodyFraming framing, std::int64_t length, Limits limits)
    : framing_(framing), remaining_(length), limits_(std::move(limits)) {}

BodyCollector::Result BodyCollector::take(std::string_view& input, IncomingRequest& request) {
    const auto result = framing_ == BodyFraming::chunked ? takeChunked(input, request) : takeLength(input, request);
    if (result == Result::complete && request.bodyFile) {
        request.bodyFile->close();
    }
    return result;
}

BodyCollector::Result BodyCollector::takeLength(std::string_view& input, IncomingRequest& request) {
    const auto length = static_cast<std::size_t>(std::min<std::int64_t>(remaining_, static_cast<std::int64_t>(input.size())));
    keep(input.substr(0, length), request);
    input.remove_prefix(length);
    remaining_ -= static_cast<std::int64_t>(length);
    return remaining_ == 0 ? Result::complete : Result::needsMore;
}

BodyCollector::Result BodyCollector::takeChunked(std::string_view& input, IncomingRequest& request) {
    std::string content;
    const auto result = decoder_.read(input, content);
    if (result == ChunkedDecoder::Result::bad) {
        return Result::bad;
    }
    if (static_cast<std::size_t>(received_) + content.size() > limits_.maximumBytes) {
        return Result::tooLarge;
    }
    keep(content, request);
    return result == ChunkedDecoder::Result::complete ? Result::complete : Result::needsMore;
}

void BodyCollector::keep(std::string_view content, IncomingRequest& request) {
    received_ += static_cast<std::int64_t>(content.size());
    const bool isLarge = request.body.size() + content.size() > limits_.inMemory;
    if (!request.bodyFile && isLarge) {
        request.bodyFile.emplace(limits_.uploadFolder);
        request.bodyFile->write(request.body);
        request.body = {};
    }
    if (request.bodyFile) {
        request.bodyFile->write(content);
    } else {
        request.body.append(content);
    }
}

}  // namespace congvu::host
