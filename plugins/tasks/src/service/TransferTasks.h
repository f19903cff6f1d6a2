// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "domain/TaskTransfer.h"
#include "service/TaskNotices.h"
#include "service/TaskPresenter.h"
#include "service/TaskRecorder.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::tasks {

/// From one post to another, or from one unit to another.
struct TransferInput {
    std::optional<std::string> fromPostId;
    std::optional<std::string> fromUnitId;
    std::optional<std::string> toPostId;
    std::optional<std::string> toUnitId;
    TransferPart part = TransferPart::held;
    std::string reason;
    bool dryRun = true;
};

/// What became, or would become, of one task. `obstacle` is a message id; empty when it goes over.
struct TransferRow {
    std::string taskId;
    std::string title;
    std::string unitName;
    std::optional<Date> dueOn;
    std::string obstacle;
};

struct TransferResult {
    bool isDryRun = true;
    std::int64_t moved = 0;
    std::int64_t kept = 0;
    bool hasMore = false;  ///< more than one act takes; doing it again takes the next ones
    std::vector<TransferRow> rows;
};

/// Hands all open tasks of a person or a unit over to another one, in one act, when somebody leaves or units merge. The heads do it below
/// their own unit, leaders and office (tasks.supervise) in the whole agency.
class TransferTasks {
public:
    static constexpr std::int64_t kMostTasks = 500;  ///< in one act

    struct Needs {
        db::Db& db;
        const TaskRecorder& recorder;
        const TaskNotices& notices;
        const TaskPresenter& presenter;
        const directory::Directory& directory;
        audit::Audit& audit;
    };
    explicit TransferTasks(const Needs& needs) : needs_(needs) {}

    /// A dry run changes nothing. AppError invalid: an end that is unknown, inactive, not the caller's, or both the same; a reason is
    /// required to carry it out.
    TransferResult run(const http::Caller& caller, const TransferInput& input);

private:
    struct Ends {
        TransferEnd from;
        TransferEnd to;
    };
    [[nodiscard]] Ends check(const http::Caller& caller, const TransferInput& input) const;
    [[nodiscard]] TransferEnd endOf(const http::Caller& caller, const std::optional<std::string>& postId,
                                    const std::optional<std::string>& unitId, const std::string& side,
                                    std::vector<FieldError>& errors) const;
    [[nodiscard]] TransferRow rowOf(const Task& task, std::string obstacle) const;
    void carryOut(db::Tx& tx, const http::Caller& caller, const TransferInput& input, const Task& before, Task& after,
                  const std::string& fact) const;

    Needs needs_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::TransferInput> {
    static auto fields() {
        using Input = congvu::tasks::TransferInput;
        return std::tuple{field("fromPostId", &Input::fromPostId).maxLength(40),
                          field("fromUnitId", &Input::fromUnitId).maxLength(40),
                          field("toPostId", &Input::toPostId).maxLength(40),
                          field("toUnitId", &Input::toUnitId).maxLength(40),
                          field("part", &Input::part),
                          field("reason", &Input::reason).maxLength(2000).multiline(),
                          field("dryRun", &Input::dryRun)};
    }
};

template <>
struct congvu::json::Description<congvu::tasks::TransferRow> {
    static auto fields() {
        using Row = congvu::tasks::TransferRow;
        return std::tuple{field("taskId", &Row::taskId), field("title", &Row::title), field("unitName", &Row::unitName),
                          field("dueOn", &Row::dueOn), field("obstacle", &Row::obstacle)};
    }
};

template <>
struct congvu::json::Description<congvu::tasks::TransferResult> {
    static auto fields() {
        using Result = congvu::tasks::TransferResult;
        return std::tuple{field("isDryRun", &Result::isDryRun), field("moved", &Result::moved), field("kept", &Result::kept),
                          field("hasMore", &Result::hasMore), field("rows", &Result::rows)};
    }
};
