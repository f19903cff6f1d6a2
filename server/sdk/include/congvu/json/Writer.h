// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace congvu::json {

/// Writes one JSON text straight into a string (RFC 8259). Calls must nest properly; a wrong order is a programming error.
class Writer {
public:
    Writer();
    ~Writer();
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;

    Writer& beginObject();
    Writer& endObject();
    Writer& beginArray();
    Writer& endArray();
    Writer& key(std::string_view name);
    Writer& string(std::string_view value);
    Writer& integer(std::int64_t value);
    Writer& number(double value);
    Writer& boolean(bool value);
    Writer& null();
    /// Inserts text that is JSON already (a stored column); not checked.
    Writer& raw(std::string_view json);

    /// The finished text; the writer is empty afterwards.
    [[nodiscard]] std::string take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace congvu::json
