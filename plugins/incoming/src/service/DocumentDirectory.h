// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/DocumentAccess.h"
#include "storage/DocumentRepository.h"

#include "congvu/directory/Directory.h"
#include "congvu/ports/DocumentDirectory.h"

namespace congvu::incoming {

/// Answers other plugins' questions about incoming documents, under the same row-level policy and unit gate as the pages.
class DocumentDirectory : public ports::DocumentDirectory {
public:
    explicit DocumentDirectory(const directory::Directory& directory) : directory_(directory) {}

    std::optional<ports::DocumentSummary> find(db::Reader& reader, const http::Caller& caller, std::string_view documentId) override;

private:
    const directory::Directory& directory_;
    DocumentRepository documents_;
    DocumentAccess access_;
};

}  // namespace congvu::incoming
