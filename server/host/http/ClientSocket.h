// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace Poco::Net {
class StreamSocketImpl;
}

namespace congvu::host {

enum class SocketState { progressed, wouldBlock, closed };

/// What one call moved.
struct SocketResult {
    SocketState state = SocketState::wouldBlock;
    std::size_t bytes = 0;
};

/// A connected, non-blocking Poco stream socket, without Poco in the header and without exceptions for what clients do every second.
class ClientSocket {
public:
    /// Takes the accepted descriptor over.
    explicit ClientSocket(int descriptor);
    ~ClientSocket();
    ClientSocket(ClientSocket&& other) noexcept;
    ClientSocket& operator=(ClientSocket&& other) noexcept;

    [[nodiscard]] int descriptor() const;
    /// Reads at most `capacity` bytes; closed at the end of the stream and on every error.
    SocketResult receive(char* buffer, std::size_t capacity);
    /// Sends both texts with one call.
    SocketResult send(std::string_view first, std::string_view second);
    /// Lets the kernel send part of a file.
    SocketResult sendFile(int file, std::int64_t offset, std::size_t length);
    /// Says that nothing more will be sent; the client may still be sending.
    void shutdownSend();

private:
    Poco::Net::StreamSocketImpl* impl_;
};

}  // namespace congvu::host
