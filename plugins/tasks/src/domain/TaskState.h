// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace congvu::tasks {

/// Where a task stands. In term, due soon, overdue, done on time and done late are not states: they follow from the dates (Timeliness.h).
enum class TaskState {
    assigned,    ///< chờ tiếp nhận: nobody has accepted it yet
    inProgress,  ///< đang thực hiện
    submitted,   ///< chờ duyệt hoàn thành: a result was submitted, the assigner must accept it
    done,        ///< hoàn thành: the assigner accepted the result
    returned,    ///< trả lại: the wrong unit, back at the assigner with a reason
    suspended,   ///< tạm dừng, by the assigner
    cancelled,   ///< huỷ, by the assigner
};

/// What people do with a task. Every act but `urge` and `edit` may change the state.
enum class TaskAct {
    accept,           ///< tiếp nhận
    giveBack,         ///< trả lại, with a reason
    reassign,         ///< giao lại, after it was returned
    assign,           ///< phân công: the head names handlers; accepts at the same time
    report,           ///< báo cáo tiến độ
    askExtension,     ///< xin gia hạn
    decideExtension,  ///< duyệt gia hạn
    submit,           ///< trình kết quả
    acceptResult,     ///< duyệt hoàn thành
    sendBack,         ///< yêu cầu làm lại
    suspend,          ///< tạm dừng
    resume,           ///< tiếp tục
    cancel,           ///< huỷ
    urge,             ///< đôn đốc
    edit,             ///< sửa nội dung
    addSubtask,       ///< giao nhiệm vụ con
};

/// The column of the board a state belongs to.
enum class TaskStage { fresh, doing, review, done, cancelled };

/// The state after an act, or nothing when the act is not possible in that state. `resume` answers inProgress; the caller puts back
/// the state that the suspension interrupted.
[[nodiscard]] std::optional<TaskState> stateAfter(TaskState from, TaskAct act);

/// True while somebody still owes something: assigned, in progress, submitted, returned or suspended.
[[nodiscard]] bool isOpen(TaskState state);
[[nodiscard]] TaskStage stageOf(TaskState state);

}  // namespace congvu::tasks

template <>
struct congvu::json::EnumNames<congvu::tasks::TaskState> {
    using State = congvu::tasks::TaskState;
    static constexpr std::array values{
        std::pair{State::assigned, std::string_view{"assigned"}},   std::pair{State::inProgress, std::string_view{"in_progress"}},
        std::pair{State::submitted, std::string_view{"submitted"}}, std::pair{State::done, std::string_view{"done"}},
        std::pair{State::returned, std::string_view{"returned"}},   std::pair{State::suspended, std::string_view{"suspended"}},
        std::pair{State::cancelled, std::string_view{"cancelled"}}};
};

template <>
struct congvu::json::EnumNames<congvu::tasks::TaskAct> {
    using Act = congvu::tasks::TaskAct;
    static constexpr std::array values{std::pair{Act::accept, std::string_view{"accept"}},
                                       std::pair{Act::giveBack, std::string_view{"return"}},
                                       std::pair{Act::reassign, std::string_view{"reassign"}},
                                       std::pair{Act::assign, std::string_view{"assign"}},
                                       std::pair{Act::report, std::string_view{"report"}},
                                       std::pair{Act::askExtension, std::string_view{"ask-extension"}},
                                       std::pair{Act::decideExtension, std::string_view{"decide-extension"}},
                                       std::pair{Act::submit, std::string_view{"submit"}},
                                       std::pair{Act::acceptResult, std::string_view{"accept-result"}},
                                       std::pair{Act::sendBack, std::string_view{"send-back"}},
                                       std::pair{Act::suspend, std::string_view{"suspend"}},
                                       std::pair{Act::resume, std::string_view{"resume"}},
                                       std::pair{Act::cancel, std::string_view{"cancel"}},
                                       std::pair{Act::urge, std::string_view{"urge"}},
                                       std::pair{Act::edit, std::string_view{"edit"}},
                                       std::pair{Act::addSubtask, std::string_view{"add-subtask"}}};
};

template <>
struct congvu::json::EnumNames<congvu::tasks::TaskStage> {
    using Stage = congvu::tasks::TaskStage;
    static constexpr std::array values{std::pair{Stage::fresh, std::string_view{"new"}}, std::pair{Stage::doing, std::string_view{"doing"}},
                                       std::pair{Stage::review, std::string_view{"review"}},
                                       std::pair{Stage::done, std::string_view{"done"}},
                                       std::pair{Stage::cancelled, std::string_view{"cancelled"}}};
};
