// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu {

/// Writes structured lines for operators: an id and fields, never prose, never personal content, never a secret.
class Log {
public:
    using Fields = std::vector<std::pair<std::string_view, std::string>>;
    virtual ~Log() = default;
    virtual void info(std::string_view id, const Fields& fields = {}) = 0;
    virtual void warn(std::string_view id, const Fields& fields = {}) = 0;
    virtual void error(std::string_view id, const Fields& fields = {}) = 0;
};

}  // namespace congvu
