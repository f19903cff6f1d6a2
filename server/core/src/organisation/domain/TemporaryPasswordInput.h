// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <string>
#include <tuple>

namespace congvu::core {

/// Body of POST /people/{id}/password.
struct TemporaryPasswordInput {
    std::string temporaryPassword;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::TemporaryPasswordInput> {
    static auto fields() {
        return std::tuple{field("temporaryPassword", &congvu::core::TemporaryPasswordInput::temporaryPassword).required().maxLength(128)};
    }
};
