// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"

/// What the tables of routes share: the permissions of the manifest, and how a handler object answers.
namespace congvu::incoming::permission {

inline constexpr const char* kRead = "incoming.read";
inline constexpr const char* kReadAll = "incoming.read-all";
inline constexpr const char* kRegister = "incoming.register";
inline constexpr const char* kRegisters = "incoming.registers";
inline constexpr const char* kTransfer = "incoming.transfer";
inline constexpr const char* kDirect = "incoming.direct";
inline constexpr const char* kClose = "incoming.close";

}  // namespace congvu::incoming::permission

namespace congvu::incoming {

/// A handler object's member function as a route's handler.
template <class Handlers>
http::Handler call(const Handlers& handlers, http::Response (Handlers::*method)(const http::Request&) const) {
    return [&handlers, method](const http::Request& request) { return (handlers.*method)(request); };
}

}  // namespace congvu::incoming
