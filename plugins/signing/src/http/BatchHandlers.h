// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "service/SignBatches.h"

namespace congvu::signingdesk {

/// Translates requests about batches.
class BatchHandlers {
public:
    explicit BatchHandlers(SignBatches& batches) : batches_(batches) {}

    http::Response start(const http::Request& request);
    http::Response list(const http::Request& request);
    http::Response get(const http::Request& request);
    http::Response items(const http::Request& request);
    http::Response resume(const http::Request& request);
    http::Response stop(const http::Request& request);

private:
    SignBatches& batches_;
};

}  // namespace congvu::signingdesk
