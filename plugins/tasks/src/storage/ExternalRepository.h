// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/TaskRights.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::tasks {

/// Tasks that came from another system, by their code there.
class ExternalRepository {
public:
    static std::optional<Task> find(db::Reader& reader, std::string_view agencyId, std::string_view code);
    /// Those the viewer may see, by code.
    static std::vector<Task> all(db::Reader& reader, const Viewer& viewer, std::int64_t limit);
};

}  // namespace congvu::tasks
