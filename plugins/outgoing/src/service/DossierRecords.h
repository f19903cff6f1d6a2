// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/directory/Directory.h"
#include "congvu/files/FileStore.h"
#include "congvu/ports/DocumentRecords.h"
#include "storage/AppendixRepository.h"
#include "storage/DispatchRepository.h"
#include "storage/DocumentRepository.h"

namespace congvu::outgoing {

/// Outgoing documents as dossiers keep them (Decree 30/2020, App. VI, part II.I), under the same row-level policy and unit gate as the
/// pages.
class DossierRecords : public ports::OutgoingRecords {
public:
    DossierRecords(const directory::Directory& directory, files::FileStore& files) : directory_(directory), files_(files) {}

    std::vector<std::string> visible(db::Reader& reader, const http::Caller& caller, const std::vector<std::string>& ids) override;
    std::optional<ports::DocumentRecord> find(db::Reader& reader, const http::Caller& caller, std::string_view id) override;

private:
    void addFiles(db::Reader& reader, const OutgoingDocument& document, ports::DocumentRecord& record);

    const directory::Directory& directory_;
    files::FileStore& files_;
    DocumentRepository documents_;
    DispatchRepository dispatch_;
    AppendixRepository appendices_;
};

}  // namespace congvu::outgoing
