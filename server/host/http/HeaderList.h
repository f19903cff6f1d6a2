// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::host {

/// The header fields of one request, in their order, in two allocations. Names compare without regard to case (RFC 9110 §5.1).
class HeaderList {
public:
    void add(std::string_view name, std::string_view value);
    /// The first field of that name.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    /// The values of all fields of that name as one list, separated by commas (RFC 9110 §5.3).
    [[nodiscard]] std::string joined(std::string_view name) const;
    /// How many fields of that name there are.
    [[nodiscard]] std::size_t count(std::string_view name) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    /// Makes room, so that reading a head allocates twice and no more.
    void reserve(std::size_t fields, std::size_t characters);

private:
    struct Entry {
        std::uint32_t nameAt;
        std::uint32_t nameLength;
        std::uint32_t valueAt;
        std::uint32_t valueLength;
    };
    [[nodiscard]] bool hasName(const Entry& entry, std::string_view name) const;

    std::string text_;
    std::vector<Entry> entries_;
};

/// True when two ASCII texts are equal without regard to case.
bool equalsIgnoringCase(std::string_view left, std::string_view right);

}  // namespace congvu::host
