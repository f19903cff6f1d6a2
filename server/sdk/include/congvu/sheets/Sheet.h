// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace congvu::sheets {

enum class CellAlign { left, centre, right };

struct SheetColumn {
    std::string title;
    double share = 1;  ///< of the width
    CellAlign align = CellAlign::left;
};

struct SheetRow {
    std::vector<std::string> cells;
    bool isHeading = false;  ///< set in bold
};

/// A printed form of Decree 30/2020, App. V: letterhead, title, a table, closing lines. It becomes PDF, XLSX or CSV.
struct Sheet {
    std::string fileName;             ///< without ending: letters, digits and hyphens
    std::string superior;             ///< tên cơ quan chủ quản, may be empty
    std::string issuer;               ///< tên cơ quan, tổ chức or đơn vị
    std::vector<std::string> title;   ///< centred, the first line large
    std::vector<std::string> before;  ///< paragraphs above the table
    std::vector<SheetColumn> columns;
    std::vector<SheetRow> rows;
    std::vector<std::string> after;  ///< paragraphs below it
    std::vector<std::string> left;   ///< signature block on the left, line by line; may be empty
    std::vector<std::string> right;  ///< on the right
    std::string placeAndDate;        ///< in the letterhead (minutes); empty for none
    bool isLandscape = false;
};

}  // namespace congvu::sheets
