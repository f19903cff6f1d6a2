// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::tasks {

/// The fields (lĩnh vực) an agency uses.
class FieldRepository {
public:
    /// The spelling that stands in the list for this name (case and accents do not count); a new name joins the list. Empty stays empty.
    static std::string settle(db::Tx& tx, std::string_view agencyId, std::string_view name);
    /// The same without adding a new name.
    static std::string spelling(db::Reader& reader, std::string_view agencyId, std::string_view name);
    /// By name, at most 500.
    static std::vector<std::string> ofAgency(db::Reader& reader, std::string_view agencyId);
};

}  // namespace congvu::tasks
