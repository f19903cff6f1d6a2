// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registers/service/RegisterService.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and the registers.
class RegisterHandlers {
public:
    explicit RegisterHandlers(const RegisterService& registers) : registers_(registers) {}

    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response numbers(const http::Request& request) const;

private:
    const RegisterService& registers_;
};

}  // namespace congvu::core
