// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/inbox/Inbox.h"
#include "domain/Task.h"

#include <optional>
#include <string>

namespace congvu::tasks {

/// Brings the inbox to what a task expects (domain/ExpectedWork.h): closes items that are over, opens new ones, moves deadlines.
class WorkArranger {
public:
    explicit WorkArranger(inbox::Inbox& inbox) : inbox_(inbox) {}

    /// `before` is nothing for a new task. `fromName`: who caused the change; new items show it.
    void arrange(db::Tx& tx, const std::optional<Task>& before, const Task& after, const std::string& fromName) const;

private:
    inbox::Inbox& inbox_;
};

}  // namespace congvu::tasks
