// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Exchange.h"

namespace congvu::host {

/// Finds the route. Throws AppError notFound when the path is nobody's, and MethodNotAllowed when it is known for other methods only.
void matchRoute(Exchange& exchange, const Router& router);

/// 405 with the methods that the path does have.
struct MethodNotAllowed {
    std::string allowedMethods;
};

}  // namespace congvu::host
