// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace congvu::records {

/// How long a dossier is kept: for ever or a number of years (thời hạn bảo quản; Decree 30/2020, App. V, I.4).
struct Retention {
    std::optional<int> years;  ///< nothing: for ever
    [[nodiscard]] bool isPermanent() const { return !years.has_value(); }
    /// "Vĩnh viễn" or "20 năm".
    [[nodiscard]] std::string label() const;
};

/// Reads "Vĩnh viễn", "VV", "20 năm" or "20", with or without accents; nothing for any other text and for less than 1 or more than 200
/// years.
std::optional<Retention> parseRetention(std::string_view text);

}  // namespace congvu::records
