// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/IncomingRequest.h"
#include "http/OutgoingResponse.h"

#include "congvu/testing/PluginHarness.h"

#include <string>
#include <vector>

namespace congvu::testing {

/// What a test sends, as a client would.
struct HarnessRequest {
    http::Method method = http::Method::get;
    std::string path;  ///< "/api/v1/…" whole, or below the plugin's prefix: "/documents?limit=2"
    std::string body;
    std::string contentType;  ///< empty without a body
    std::string ifMatch;      ///< a version ("3") or a whole entity tag ("\"3\"")
};

/// The request as the pipeline takes it.
host::IncomingRequest toIncoming(const HarnessRequest& request, const std::string& plugin, const std::string& token);
/// The answer with the bytes of a file, if it is one.
TestResponse toTestResponse(const host::OutgoingResponse& response);
/// Sets body and content type to multipart/form-data (RFC 7578) with these files and, unless empty, the JSON part "data".
void setMultipart(HarnessRequest& request, const std::vector<TestFile>& files, const std::string& dataJson);

}  // namespace congvu::testing
