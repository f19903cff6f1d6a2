// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace congvu::settings {

/// Settings declared in the manifest, with the value of the nearest unit upwards, else the system's, else the default. From memory.
/// An undeclared key is a programming error (std::logic_error).
class Settings {
public:
    virtual ~Settings() = default;
    [[nodiscard]] virtual std::string text(std::string_view key, std::string_view unitId = {}) const = 0;
    [[nodiscard]] virtual std::int64_t number(std::string_view key, std::string_view unitId = {}) const = 0;
    [[nodiscard]] virtual bool boolean(std::string_view key, std::string_view unitId = {}) const = 0;
};

}  // namespace congvu::settings
