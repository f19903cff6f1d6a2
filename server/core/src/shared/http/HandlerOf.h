// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"

#include <memory>

namespace congvu::core {

/// A member function of a handlers object as a route's handler; the routes keep the object alive.
template <class Handlers>
class HandlerOf {
public:
    explicit HandlerOf(std::shared_ptr<const Handlers> handlers) : handlers_(std::move(handlers)) {}
    http::Handler operator()(http::Response (Handlers::*member)(const http::Request&) const) const {
        return [handlers = handlers_, member](const http::Request& request) { return ((*handlers).*member)(request); };
    }

private:
    std::shared_ptr<const Handlers> handlers_;
};

}  // namespace congvu::core
