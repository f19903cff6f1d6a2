// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/lists/Lists.h"
#include "service/ListTasks.h"

namespace congvu::tasks {

/// The list of tasks as the core counts and exports it: the filter and the policy of GET /tasks.
class TaskListSource final : public lists::ListSource {
public:
    explicit TaskListSource(const ListTasks& tasks) : tasks_(tasks) {}

    [[nodiscard]] std::vector<lists::ListColumn> columns() const override;
    [[nodiscard]] db::Page<lists::ListRow> rows(db::Reader& reader, const http::Request& request,
                                                const db::PageRequest& page) const override;
    /// Nothing for a search by words.
    [[nodiscard]] std::optional<std::int64_t> count(db::Reader& reader, const http::Request& request) const override;

private:
    const ListTasks& tasks_;
};

}  // namespace congvu::tasks
