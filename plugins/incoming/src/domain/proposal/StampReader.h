// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/DocumentProposal.h"
#include "domain/proposal/PageText.h"

#include <optional>
#include <string>

namespace congvu::incoming {

/// The urgency stamp (dấu chỉ mức độ khẩn) on page 1: KHẨN, THƯỢNG KHẨN, HOẢ TỐC. Without a stamp the document is of normal urgency.
ReadField readUrgency(const PageText& page);
/// True for a line that is nothing but an urgency stamp; it belongs to no other field.
bool isUrgencyStamp(const TextLine& line);

/// The secrecy stamp (dấu chỉ độ mật): "MẬT", "TỐI MẬT" or "TUYỆT MẬT" in capitals, standing alone on any page. Such a document may not be
/// stored on a networked computer (Law 117/2025/QH15; Decree 30/2020 leaves secret documents to that law). Nothing without a stamp.
std::optional<std::string> findSecrecyMark(const PageText& page);
/// The same among words that were recognised in red ink: there every line is a stamp, and marks on its letters are easily lost.
std::optional<std::string> findSecrecyStamp(const PageText& stamps);

}  // namespace congvu::incoming
