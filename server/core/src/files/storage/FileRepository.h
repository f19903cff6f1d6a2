// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/files/StoredFile.h"
#include "congvu/ids/Id.h"
#include "congvu/time/Clock.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// All SQL of stored files.
class FileRepository {
public:
    void insert(db::Tx& tx, const files::StoredFile& file, const EntityRef& owner, Timestamp createdAt) const;
    [[nodiscard]] std::optional<files::StoredFile> find(db::Reader& reader, std::string_view id) const;
    void remove(db::Tx& tx, std::string_view id) const;
    /// Those of the digests that a row names.
    [[nodiscard]] std::set<std::string> named(db::Reader& reader, const std::vector<std::string>& digests) const;
};

}  // namespace congvu::core
