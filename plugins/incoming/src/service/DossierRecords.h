// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/DirectionRepository.h"
#include "storage/DocumentAccess.h"
#include "storage/DocumentRepository.h"
#include "storage/FileRepository.h"

#include "congvu/directory/Directory.h"
#include "congvu/ports/DocumentRecords.h"

namespace congvu::incoming {

/// Incoming documents as dossiers keep them (Decree 30/2020, App. VI, part II.II), under the same row-level policy and unit gate as the
/// pages.
class DossierRecords : public ports::IncomingRecords {
public:
    explicit DossierRecords(const directory::Directory& directory) : directory_(directory) {}

    std::vector<std::string> visible(db::Reader& reader, const http::Caller& caller, const std::vector<std::string>& ids) override;
    std::optional<ports::DocumentRecord> find(db::Reader& reader, const http::Caller& caller, std::string_view id) override;

private:
    const directory::Directory& directory_;
    DocumentRepository documents_;
    DocumentAccess access_;
    DirectionRepository directions_;
    FileRepository files_;
};

}  // namespace congvu::incoming
