// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "markers/service/Markers.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and markers.
class MarkerHandlers {
public:
    MarkerHandlers(const Markers& markers, const EntityAccess& access) : markers_(markers), access_(access) {}

    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response create(const http::Request& request) const;
    [[nodiscard]] http::Response change(const http::Request& request) const;
    [[nodiscard]] http::Response remove(const http::Request& request) const;
    [[nodiscard]] http::Response marked(const http::Request& request) const;
    [[nodiscard]] http::Response choose(const http::Request& request) const;

private:
    const Markers& markers_;
    const EntityAccess& access_;
};

}  // namespace congvu::core
