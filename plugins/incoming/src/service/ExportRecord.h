// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/DossierRecords.h"

#include "congvu/db/Db.h"

#include <string>
#include <string_view>

namespace congvu::incoming {

/// The record of one document as XML: the fields of Decree 30/2020, App. VI, part II.II, by their names, in its order, with its lengths;
/// what does not fit its field stands whole in a Deviation.
class ExportRecord {
public:
    ExportRecord(db::Db& db, const directory::Directory& directory) : db_(db), directory_(directory) {}

    /// AppError notFound for a document that the caller may not see.
    [[nodiscard]] std::string run(const http::Caller& caller, std::string_view documentId) const;

private:
    db::Db& db_;
    const directory::Directory& directory_;
};

}  // namespace congvu::incoming
