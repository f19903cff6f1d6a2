// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "congvu/signing/pki/DemoAuthority.h"
#include "support/HttpPeer.h"
#include "support/Process.h"

namespace congvu::signing::testing {

/// A real RFC 3161 server on a free loopback port: `openssl ts -reply` behind a few lines of HTTP.
class TimeStampServer {
public:
    explicit TimeStampServer(const IssuedKey& key);

    std::string url() const { return peer_->url("/tsa"); }
    int requests() const { return peer_->requests(); }

private:
    std::string reply(const std::string& query);

    TemporaryFolder folder_;
    std::unique_ptr<HttpPeer> peer_;
};

}  // namespace congvu::signing::testing
