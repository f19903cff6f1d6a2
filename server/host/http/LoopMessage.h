// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/ClientSocket.h"
#include "http/OutgoingResponse.h"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace congvu::host {

/// A client that the loop shall own.
struct NewClient {
    ClientSocket socket;
    std::string address;
};

/// The answer of a worker for a connection that may be gone already.
struct FinishedAnswer {
    std::uint64_t connection;
    OutgoingResponse response;
};

/// Bytes for event streams of this loop.
struct StreamFrame {
    std::vector<std::uint64_t> connections;
    std::shared_ptr<const std::string> bytes;
    bool isLast = false;  ///< close the streams afterwards
};

/// Finish what is in flight, then end.
struct StopLoop {};

using LoopMessage = std::variant<NewClient, FinishedAnswer, StreamFrame, StopLoop>;

}  // namespace congvu::host
