// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/directory/Directory.h"

#include <optional>
#include <string>

namespace congvu::incoming {

/// The unit by which statistics count what was handed to a unit, or to a post of it.
inline std::string handlingUnit(const directory::Directory& directory, const std::optional<std::string>& unitId,
                                const std::optional<std::string>& postId) {
    if (unitId) {
        return *unitId;
    }
    const auto post = postId ? directory.post(*postId) : std::nullopt;
    return post ? post->unitId : std::string{};
}

}  // namespace congvu::incoming
