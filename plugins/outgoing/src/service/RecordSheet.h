// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/http/Caller.h"
#include "congvu/sheets/Sheet.h"
#include "service/DossierRecords.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// The records of outgoing documents as a table: one column for each field of Decree 30/2020, Appendix VI, part II.I, under its name and
/// in its order, each value as long as the field takes. A document with several recipients has a line for each, for "To" is repeated.
class RecordSheet {
public:
    RecordSheet(db::Db& db, const directory::Directory& directory, DossierRecords& records)
        : db_(db), directory_(directory), records_(records) {}

    [[nodiscard]] sheets::Sheet of(const http::Caller& caller, const std::vector<std::string>& ids, const std::string& fileName) const;

private:
    db::Db& db_;
    const directory::Directory& directory_;
    DossierRecords& records_;
};

}  // namespace congvu::outgoing
