// SPDX-License-Identifier: Apache-2.0
#include "http/OutputQueue.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace congvu::host {

namespace {

constexpr std::size_t kFileBytesInTurn = 1024 * 1024;

OutputQueue::State stateOf(SocketState state) {
    return state == SocketState::closed ? OutputQueue::State::closed : OutputQueue::State::waiting;
}

}  // namespace

OutputQueue::Progress OutputQueue::send(ClientSocket& socket) {
    Progress progress;
    progress.state = sendTexts(socket, progress.hasMoved);
    if (progress.state == State::sent) {
        progress.state = sendFile(socket, progress.hasMoved);
    }
    return progress;
}

OutputQueue::State OutputQueue::sendTexts(ClientSocket& socket, bool& hasMoved) {
    while (textAt_ < text_.size() || bodyAt_ < body_.size()) {
        const auto first = std::string_view{text_}.substr(textAt_);
        const auto sent = socket.send(first, std::string_view{body_}.substr(bodyAt_));
        if (sent.state != SocketState::progressed) {
            return stateOf(sent.state);
        }
        hasMoved = true;
        const auto ofFirst = std::min(sent.bytes, first.size());
        textAt_ += ofFirst;
        bodyAt_ += sent.bytes - ofFirst;
    }
    text_.clear();
    textAt_ = 0;
    body_.clear();
    bodyAt_ = 0;
    return State::sent;
}

OutputQueue::State OutputQueue::sendFile(ClientSocket& socket, bool& hasMoved) {
    std::size_t inThisTurn = 0;
    while (file_ && file_->length > 0) {
        if (inThisTurn >= kFileBytesInTurn) {
            return State::paused;
        }
        const auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(file_->length, kFileBytesInTurn));
        const auto sent = socket.sendFile(file_->file.descriptor(), file_->offset, wanted);
        if (sent.state != SocketState::progressed) {
            return stateOf(sent.state);
        }
        hasMoved = true;
        file_->offset += static_cast<std::int64_t>(sent.bytes);
        file_->length -= static_cast<std::int64_t>(sent.bytes);
        inThisTurn += sent.bytes;
    }
    file_.reset();
    return State::sent;
}

void OutputQueue::shrink() {
    text_.shrink_to_fit();
    body_.shrink_to_fit();
}

}  // namespace congvu::host
