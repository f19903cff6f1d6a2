// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "domain/Extension.h"
#include "service/TaskGate.h"
#include "service/TaskNotices.h"
#include "service/TaskRecorder.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::tasks {

/// `dueOn`: another date than the one asked for; only when granted.
struct ExtensionDecision {
    bool isGranted = false;
    std::optional<Date> dueOn;
    std::string note;
};

/// The assigner grants or refuses a later deadline (duyệt gia hạn). A granted one becomes the deadline in force and is counted; the
/// original deadline stays known.
class DecideExtension {
public:
    DecideExtension(db::Db& db, const TaskRecorder& recorder, const TaskNotices& notices, const Clock& clock)
        : db_(db), recorder_(recorder), notices_(notices), clock_(clock) {}
    /// AppError conflict "tasks.no-extension-pending"; invalid "/dueOn" for a date in the past, "/note" when a refusal says nothing.
    void run(const ActTarget& target, const ExtensionDecision& input);

private:
    void check(const ExtensionDecision& input) const;
    void storeDecision(db::Tx& tx, const http::Caller& caller, Extension& extension, const ExtensionDecision& input) const;

    db::Db& db_;
    const TaskRecorder& recorder_;
    const TaskNotices& notices_;
    const Clock& clock_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::ExtensionDecision> {
    static auto fields() {
        using Input = congvu::tasks::ExtensionDecision;
        return std::tuple{field("granted", &Input::isGranted).required(), field("dueOn", &Input::dueOn),
                          field("note", &Input::note).maxLength(2000).multiline()};
    }
};
