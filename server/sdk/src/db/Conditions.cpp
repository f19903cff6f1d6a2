// SPDX-License-Identifier: Apache-2.0
#include "congvu/db/Conditions.h"

#include <utility>

namespace congvu::db {

void Conditions::where(std::string_view condition, const Params& values) {
    std::string text;
    auto value = values.begin();
    for (const char character : condition) {
        if (character == '?') {
            text += bind(*value++);
        } else {
            text += character;
        }
    }
    sql_ += sql_.empty() ? text : " AND " + text;
}

std::string Conditions::bind(Param value) {
    params_.push_back(std::move(value));
    return '$' + std::to_string(params_.size());
}

std::string_view Conditions::keep(std::string text) {
    return kept_.emplace_back(std::move(text));
}

}  // namespace congvu::db
