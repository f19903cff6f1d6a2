// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/StoredFile.h"
#include "congvu/json/Description.h"

#include <string>
#include <string_view>
#include <tuple>

namespace congvu::incoming {

/// The media type of every main file (RFC 8118).
inline constexpr std::string_view kPdfMediaType = "application/pdf";

/// A file of a proposal, a delivery or a document: the document itself ("main") or an attachment.
struct DocumentFile {
    files::StoredFile stored;
    std::string kind = "main";  ///< "main" or "attachment"
    std::string verdict = "unknown";
    std::string report = "null";  ///< verification report, JSON
};

/// As answers show it: without the report, which has an address of its own.
struct FileView {
    std::string id;
    std::string name;
    std::string mediaType;
    std::string sha256;
    std::int64_t sizeBytes = 0;
    std::string kind;
    std::string verdict;

    static FileView of(const DocumentFile& file) {
        const auto& stored = file.stored;
        return {stored.id, stored.name, stored.mediaType, stored.sha256, stored.sizeBytes, file.kind, file.verdict};
    }
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::FileView> {
    static auto fields() {
        using File = congvu::incoming::FileView;
        return std::tuple{field("id", &File::id),          field("name", &File::name),           field("mediaType", &File::mediaType),
                          field("sha256", &File::sha256),  field("sizeBytes", &File::sizeBytes), field("kind", &File::kind),
                          field("verdict", &File::verdict)};
    }
};
