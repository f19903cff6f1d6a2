// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Core.h"
#include "congvu/json/Description.h"

#include <tuple>

template <>
struct congvu::json::Description<congvu::core::Label> {
    static auto fields() {
        using Label = congvu::core::Label;
        return std::tuple{field("vi", &Label::vi).required().maxLength(200), field("en", &Label::en).maxLength(200)};
    }
};
