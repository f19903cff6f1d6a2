// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Core.h"
#include "congvu/json/Value.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::host {

/// Reads members of one manifest and says in one sentence what is wrong with which of them. Every function throws PluginRefused.
class ManifestJson {
public:
    explicit ManifestJson(std::filesystem::path file) : file_(std::move(file)) {}

    /// "<file>: <member> <what>"
    [[noreturn]] void refuse(std::string_view member, std::string_view what) const;
    [[nodiscard]] std::string text(json::Value owner, std::string_view name, const std::string& at) const;
    [[nodiscard]] std::string optionalText(json::Value owner, std::string_view name, const std::string& at) const;
    [[nodiscard]] std::int64_t number(json::Value owner, std::string_view name, const std::string& at) const;
    /// {"vi": …, "en": …}, both required.
    [[nodiscard]] core::Label label(json::Value owner, std::string_view name, const std::string& at) const;
    /// A list of texts without repetition; an absent member is an empty list.
    [[nodiscard]] std::vector<std::string> texts(json::Value owner, std::string_view name, const std::string& at) const;
    /// The elements of a list of objects; an absent member is an empty list.
    [[nodiscard]] std::vector<json::Value> objects(json::Value owner, std::string_view name, const std::string& at) const;
    /// An object member, if it is there.
    [[nodiscard]] std::optional<json::Value> object(json::Value owner, std::string_view name, const std::string& at) const;
    /// Refuses members that are not in the list, so that a misspelt one is not silently lost.
    void allowOnly(json::Value owner, const std::vector<std::string_view>& names, const std::string& at) const;

private:
    std::filesystem::path file_;
};

}  // namespace congvu::host
