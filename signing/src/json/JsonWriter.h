// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "congvu/signing/Time.h"

namespace congvu::signing {

/// Writes one JSON value on one line. Brackets are opened and closed by their character; every string is made valid UTF-8.
class JsonWriter {
public:
    JsonWriter();
    ~JsonWriter();

    void open(char bracket);
    void close(char bracket);
    void key(std::string_view name);
    /// A string as a member of an array.
    void item(std::string_view value);
    void item(std::uint64_t value);
    void field(std::string_view name, std::string_view value);
    void field(std::string_view name, const char* value) { field(name, std::string_view(value)); }
    void field(std::string_view name, bool value);
    void field(std::string_view name, std::uint64_t value);
    /// ISO 8601; null when absent.
    void field(std::string_view name, const std::optional<Instant>& value);
    std::string take() const;

private:
    struct Native;
    std::unique_ptr<Native> native_;
};

}  // namespace congvu::signing
