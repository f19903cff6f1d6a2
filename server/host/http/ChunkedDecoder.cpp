// SPDX-License-Identifier: Apache-2.0
#include "http/ChunkedDecoder.h"

#include <algorithm>

namespace congvu::host {

namespace {

constexpr int kMaximumSizeDigits = 8;
constexpr std::size_t kMaximumTrailerBytes = 8 * 1024;

int hexValue(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

ChunkedDecoder::Result ChunkedDecoder::read(std::string_view& input, std::string& content) {
    while (!input.empty() && state_ != State::done && state_ != State::bad) {
        if (state_ == State::data) {
            const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(remaining_, input.size()));
            content.append(input.substr(0, length));
            input.remove_prefix(length);
            remaining_ -= length;
            state_ = remaining_ == 0 ? State::dataEnd : State::data;
            continue;
        }
        step(input.front());
        input.remove_prefix(1);
    }
    if (state_ == State::bad) {
        return Result::bad;
    }
    return state_ == State::done ? Result::complete : Result::needsMore;
}

void ChunkedDecoder::step(char c) {
    switch (state_) {
        case State::size:
            readSizeDigit(c);
            return;
        case State::sizeEnd:
            if (c != '\n') {
                state_ = State::bad;
                return;
            }
            state_ = remaining_ == 0 ? State::trailer : State::data;
            digits_ = 0;
            return;
        case State::dataEnd:
            state_ = c == '\r' ? State::dataEndFeed : State::bad;
            return;
        case State::dataEndFeed:
            state_ = c == '\n' ? State::size : State::bad;
            return;
        case State::trailer:
        case State::trailerFeed:
            readTrailer(c);
            return;
        case State::data:
        case State::done:
        case State::bad:
            return;
    }
}

void ChunkedDecoder::readSizeDigit(char c) {
    if (c == '\r' && digits_ > 0) {
        state_ = State::sizeEnd;
        return;
    }
    const int value = hexValue(c);
    if (value < 0 || ++digits_ > kMaximumSizeDigits) {
        state_ = State::bad;
        return;
    }
    remaining_ = remaining_ * 16 + static_cast<std::uint64_t>(value);
}

void ChunkedDecoder::readTrailer(char c) {
    // A line feed must follow a carriage return, and nothing else may.
    const bool isFeedDue = state_ == State::trailerFeed;
    if (++trailerBytes_ > kMaximumTrailerBytes || isFeedDue != (c == '\n')) {
        state_ = State::bad;
    } else if (isFeedDue) {
        state_ = lineLength_ == 0 ? State::done : State::trailer;
        lineLength_ = 0;
    } else if (c == '\r') {
        state_ = State::trailerFeed;
    } else {
        ++lineLength_;
    }
}

}  // namespace congvu::host
