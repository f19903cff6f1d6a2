// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/sheets/Sheet.h"
#include "domain/Dossier.h"
#include "domain/Item.h"
#include "domain/Plan.h"
#include "domain/Transfer.h"

#include <string>
#include <vector>

namespace congvu::records {

/// Whose paper it is.
struct Letterhead {
    std::string superior;
    std::string issuer;
    std::string place;  ///< địa danh
    Date today;
};

/// "Danh mục hồ sơ": App. V, II; 5 columns.
sheets::Sheet planSheet(const PlanContent& content, const Letterhead& head);
/// "Mục lục văn bản, tài liệu": App. V, IV; 7 columns. Documents that the caller may not see are counted and not named.
sheets::Sheet documentsSheet(const Dossier& dossier, const std::vector<ItemView>& items, const Letterhead& head);
/// "Mục lục hồ sơ, tài liệu nộp lưu": App. V, III; 7 columns.
sheets::Sheet transferSheet(const Transfer& transfer, const std::vector<Dossier>& dossiers, const Letterhead& head);
/// "Biên bản giao nhận hồ sơ, tài liệu": App. V, V; text without a table.
sheets::Sheet minutesSheet(const Transfer& transfer, const std::vector<Dossier>& dossiers, std::int64_t files, const Letterhead& head);

}  // namespace congvu::records
