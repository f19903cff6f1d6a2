// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/entities/Entities.h"
#include "service/TaskPresenter.h"

namespace congvu::tasks {

/// Tasks as the core shows them to those who follow, mark or note them, under the same row-level policy as the pages.
class ShownTasks final : public entities::EntityViews {
public:
    explicit ShownTasks(const TaskPresenter& presenter) : presenter_(presenter) {}

    [[nodiscard]] std::vector<entities::EntitySummary> visible(db::Reader& reader, const http::Caller& caller,
                                                               const std::vector<std::string>& ids) const override;

private:
    const TaskPresenter& presenter_;
};

}  // namespace congvu::tasks
