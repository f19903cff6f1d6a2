// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ExternalTask.h"

#include <string_view>
#include <vector>

namespace congvu::tasks {

/// Limits of a table file; one beyond them is refused, however small it is packed.
inline constexpr std::size_t kMostTableBytes = 8UL * 1024 * 1024;
inline constexpr std::size_t kMostUnpackedBytes = 64UL * 1024 * 1024;  ///< of any part of the package
inline constexpr std::size_t kMostTableColumns = 100;
inline constexpr std::size_t kMostTableLines = 6'000;

/// The lines of a CSV file (RFC 4180, UTF-8) or of the first sheet of an XLSX workbook (ISO/IEC 29500-1): texts and stored values of plain
/// cells, nothing computed, nothing fetched. AppError invalid "/file" with "tasks.import-…" for what is neither, is damaged or too large.
[[nodiscard]] std::vector<TableLine> readTableFile(std::string_view bytes);

}  // namespace congvu::tasks
