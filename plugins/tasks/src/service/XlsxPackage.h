// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ExternalTask.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::tasks {

/// An XLSX workbook (ISO/IEC 29500-1 SpreadsheetML in an OPC package), read for the values of its first sheet alone. Hostile input: parts
/// are unpacked up to kMostUnpackedBytes, XML is read as a stream without network, entities of its own or a document type. AppError invalid
/// "/file" for what is not such a workbook.
class XlsxPackage {
public:
    /// Unpacks the parts that matter.
    explicit XlsxPackage(std::string_view bytes);
    [[nodiscard]] std::vector<TableLine> firstSheet() const;

private:
    [[nodiscard]] const std::string& part(const std::string& name) const;
    [[nodiscard]] std::string nameOfFirstSheet() const;
    [[nodiscard]] std::vector<std::string> sharedStrings() const;

    std::map<std::string, std::string> parts_;
};

}  // namespace congvu::tasks
