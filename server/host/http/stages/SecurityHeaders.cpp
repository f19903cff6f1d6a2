// SPDX-License-Identifier: Apache-2.0
#include "http/stages/SecurityHeaders.h"

namespace congvu::host {

void addSecurityHeaders(OutgoingResponse& response) {
    const auto setUnlessThere = [&](const char* name, const char* value) {
        if (response.header(name).empty()) {
            response.set(name, value);
        }
    };
    response.headers.reserve(response.headers.size() + 8);
    setUnlessThere("Cache-Control", "no-store");
    setUnlessThere("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    setUnlessThere("X-Content-Type-Options", "nosniff");
    setUnlessThere("Referrer-Policy", "same-origin");
    setUnlessThere("Cross-Origin-Resource-Policy", "same-origin");
    setUnlessThere("Cross-Origin-Opener-Policy", "same-origin");
    setUnlessThere("X-Frame-Options", "DENY");
}

}  // namespace congvu::host
