// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/ClientSocket.h"
#include "http/OutgoingResponse.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace congvu::host {

/// What still has to go to one client, in this order: text (heads, interim answers, event frames), the body of an answer, a file.
class OutputQueue {
public:
    enum class State {
        sent,     ///< nothing is left
        waiting,  ///< the client must read first
        paused,   ///< others should get their turn
        closed    ///< the client has gone
    };
    struct Progress {
        State state = State::sent;
        bool hasMoved = false;  ///< at least one byte went out
    };

    [[nodiscard]] std::string& text() { return text_; }
    void setBody(std::string body) { body_ = std::move(body); }
    void setFile(FilePart file) { file_ = std::move(file); }
    [[nodiscard]] bool isEmpty() const { return textAt_ == text_.size() && bodyAt_ == body_.size() && !file_; }
    [[nodiscard]] std::size_t waitingText() const { return text_.size() - textAt_; }

    /// Sends as much as the socket takes.
    Progress send(ClientSocket& socket);
    /// Gives the memory of an empty queue back.
    void shrink();

private:
    State sendTexts(ClientSocket& socket, bool& hasMoved);
    State sendFile(ClientSocket& socket, bool& hasMoved);

    std::string text_;
    std::size_t textAt_ = 0;
    std::string body_;
    std::size_t bodyAt_ = 0;
    std::optional<FilePart> file_;
};

}  // namespace congvu::host
