// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "LoadOptions.h"

#include <netinet/in.h>
#include <chrono>
#include <cstddef>
#include <string>

namespace congvu::bench {

/// One client that asks the same thing again and again, one request at a time: with a new connection each, or on one connection. The time
/// of a request runs from before connect() (kept connections: before send()) to the last byte of the answer.
class LoadClient {
public:
    using Time = std::chrono::steady_clock::time_point;
    enum class Outcome { waiting, answered, failed };

    LoadClient(const LoadOptions& options, int epoll);
    ~LoadClient();
    LoadClient(const LoadClient&) = delete;
    LoadClient& operator=(const LoadClient&) = delete;

    /// Asks. Throws std::system_error when the machine has no descriptors or ports left.
    void ask();
    /// After epoll has reported this client. `answered` only for a complete answer with a status below 300.
    [[nodiscard]] Outcome proceed();
    [[nodiscard]] Time askedAt() const { return askedAt_; }
    /// Gives the request up.
    void hangUp();

private:
    void connect();
    [[nodiscard]] bool sendRest();
    [[nodiscard]] Outcome receive();
    [[nodiscard]] bool readHead();

    const LoadOptions& options_;
    int epoll_;
    int socket_ = -1;
    sockaddr_in server_{};
    std::string request_;
    std::size_t sent_ = 0;
    std::string answer_;
    std::size_t answerSize_ = 0;  ///< head and body; 0 while the head is not complete
    Time askedAt_;
};

}  // namespace congvu::bench
