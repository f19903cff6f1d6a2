// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// The name of an agency whose marks were recognised in a picture: "Uý ban nhân dân tính Lâm Đồng" → "Uỷ ban nhân dân tỉnh Lâm Đồng".
struct AgencyNameReading {
    std::string name;
    /// Runs of words that stand in no list, as they were read: proper names, whose marks only the document itself can confirm.
    std::vector<std::string> properNames;
};

/// Puts the usual marks on the words that names of agencies are made of (kinds of agencies, fields of work, provinces). Both spellings of
/// tone marks stay as they are.
AgencyNameReading readAgencyName(std::string_view name);

}  // namespace congvu::incoming
