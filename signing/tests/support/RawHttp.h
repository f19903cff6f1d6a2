// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace congvu::signing::testing {

/// A request exactly as it is given, Host and Origin included, as an attacker could send it.
struct RawRequest {
    std::string method = "GET";
    std::string path;
    std::map<std::string, std::string> headers;
    std::string body;
};

struct RawAnswer {
    int status = 0;
    std::string head;
    std::string body;
};

/// Sends it to 127.0.0.1 and reads the whole answer; status 0 when there was none.
RawAnswer exchangeRaw(int port, const RawRequest& request);

}  // namespace congvu::signing::testing
