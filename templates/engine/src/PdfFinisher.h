// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ReservedField.h"

#include <chrono>
#include <string>
#include <vector>

namespace congvu::templates {

struct DocumentInformation {
    std::string title;
    std::string author;
    std::string subject;
    std::chrono::sys_seconds createdAt;
};

/// A field and, when the drawn file holds its face as a page of its own after the real pages, the
/// index of that page; -1 otherwise.
struct FieldToAdd {
    ReservedField field;
    int facePage = -1;
};

/// Finishes a file that Cairo drew: document information, language vi-VN, PDF 1.7, and the reserved
/// form fields. Pages that only carry faces are removed. Throws std::runtime_error.
///
/// The text fields are read-only for people who open the file in a viewer; the system fills them in
/// an incremental update. Sealing locks them (/Lock of the seal's field).
std::string finishPdf(const std::string& drawn, const DocumentInformation& information, const std::vector<FieldToAdd>& fields);

}  // namespace congvu::templates
