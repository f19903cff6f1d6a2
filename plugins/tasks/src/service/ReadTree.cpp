// SPDX-License-Identifier: Apache-2.0
#include "service/ReadTree.h"

#include "congvu/error/AppError.h"
#include "service/Viewing.h"
#include "storage/TreeRepository.h"

namespace congvu::tasks {

TreeView ReadTree::run(const http::Caller& caller, std::string_view taskId) const {
    const auto viewer = viewerOf(caller);
    const auto reckoning = days_.forUnit(caller.agencyId);
    return db_.read([&](db::Reader& reader) {
        if (!TaskRepository::findVisible(reader, taskId, viewer)) {
            throw AppError::notFound();
        }
        auto tasks = TreeRepository::from(reader, TreeRepository::rootOf(reader, taskId, viewer), viewer);
        TreeView view;
        view.isCut = static_cast<std::int64_t>(tasks.size()) > TreeRepository::kMostTasks;
        for (const auto& node : arrangeTree(std::move(tasks))) {
            if (!node.mayOpen && node.depth > 1) {
                continue;  // it counts for those above it; its words are not for everybody
            }
            TreeNode shown;
            shown.task = presenter_.related({node.task, node.mayOpen}, reckoning);
            shown.depth = node.depth;
            shown.parentId = node.task.parentId;
            shown.below = node.below.count;
            shown.doneBelow = node.below.done;
            shown.percentFromBelow = node.below.percent;
            view.nodes.push_back(std::move(shown));
        }
        return view;
    });
}

}  // namespace congvu::tasks
