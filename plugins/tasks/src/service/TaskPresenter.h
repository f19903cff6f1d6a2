// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/directory/Directory.h"
#include "domain/TaskRights.h"
#include "domain/Timeliness.h"
#include "service/TaskViews.h"
#include "storage/TaskRepository.h"

#include <string_view>

namespace congvu::tasks {

/// Turns tasks into what the interface shows. Answers from memory, no query.
class TaskPresenter {
public:
    explicit TaskPresenter(const directory::Directory& directory) : directory_(directory) {}

    [[nodiscard]] TaskCard card(const Task& task, const Viewer& viewer, const Reckoning& reckoning) const;
    [[nodiscard]] RelatedView related(const RelatedTask& related, const Reckoning& reckoning) const;
    [[nodiscard]] UnitView unit(std::string_view unitId) const;
    /// Unit and, if known, the person: "Phòng Kinh tế – Nguyễn Văn A".
    [[nodiscard]] std::string leadName(const Task& task) const;

    [[nodiscard]] PostView post(std::string_view postId) const;

private:
    const directory::Directory& directory_;
};

}  // namespace congvu::tasks
