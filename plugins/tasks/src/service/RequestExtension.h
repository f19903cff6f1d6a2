// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/TaskGate.h"
#include "service/TaskRecorder.h"

#include <string>
#include <tuple>

namespace congvu::tasks {

struct ExtensionRequest {
    Date dueOn;
    std::string reason;
};

/// A handler or head asks the assigner for a later deadline (xin gia hạn). One request waits at a time.
class RequestExtension {
public:
    RequestExtension(db::Db& db, const TaskRecorder& recorder, const Clock& clock) : db_(db), recorder_(recorder), clock_(clock) {}
    /// AppError invalid "/dueOn" when the new deadline is not later than the old one or lies in the past; conflict
    /// "tasks.extension-pending" or "tasks.without-deadline".
    void run(const ActTarget& target, const ExtensionRequest& input);

private:
    void check(const Task& task, const ExtensionRequest& input) const;

    db::Db& db_;
    const TaskRecorder& recorder_;
    const Clock& clock_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::ExtensionRequest> {
    static auto fields() {
        using Input = congvu::tasks::ExtensionRequest;
        return std::tuple{field("dueOn", &Input::dueOn).required(), field("reason", &Input::reason).required().maxLength(2000).multiline()};
    }
};
