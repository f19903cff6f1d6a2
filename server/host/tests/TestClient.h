// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::host {

/// One answer as it came over the socket.
struct WireResponse {
    int status = 0;
    std::string head;
    std::string body;
};

/// A client that says exactly the bytes a test wants, as slowly as it wants. Every wait ends after five seconds.
class TestClient {
public:
    explicit TestClient(std::uint16_t port);
    ~TestClient();
    TestClient(const TestClient&) = delete;
    TestClient& operator=(const TestClient&) = delete;

    void send(std::string_view bytes) const;
    void finishSending() const;
    /// The next answer; status 0 when the server closed or said nothing.
    WireResponse receive();
    /// Everything until `text` has come, or all that came.
    std::string receiveUntil(std::string_view text);
    /// True when the server closes within the wait.
    bool isClosedByServer();

private:
    bool readMore();
    int socket_ = -1;
    std::string received_;
};

/// A GET with the session of the fixture.
std::string getRequest(std::string_view path, std::string_view extraFields = {});

}  // namespace congvu::host
