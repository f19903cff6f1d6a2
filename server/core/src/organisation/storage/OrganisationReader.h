// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/OrganisationData.h"

#include "congvu/db/Tx.h"

namespace congvu::core {

/// Reads the whole organisation in six statements, whatever its size.
class OrganisationReader {
public:
    [[nodiscard]] OrganisationData readAll(db::Reader& reader) const;
    /// Raised by every change of the organisation, in this process or another.
    [[nodiscard]] std::int64_t revision(db::Reader& reader, std::string_view name) const;
    void raiseRevision(db::Tx& tx, std::string_view name) const;
};

}  // namespace congvu::core
