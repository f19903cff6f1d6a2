// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::figures {

/// The address of a page of the web UI with what it is narrowed to: "/incoming?kept=1&arrivedFrom=2026-01-01".
class PageLink {
public:
    explicit PageLink(std::string path) : text_(std::move(path)) {}

    /// Adds one parameter, percent-encoded (RFC 3986); an empty value adds nothing.
    PageLink& with(std::string_view name, std::string_view value);
    /// The values in one parameter, with commas between; an empty one becomes "-", none at all adds nothing.
    PageLink& withList(std::string_view name, const std::vector<std::string>& values);
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace congvu::figures
