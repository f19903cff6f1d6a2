// SPDX-License-Identifier: Apache-2.0
#include "domain/TaskState.h"

namespace congvu::tasks {

namespace {

std::optional<TaskState> when(bool isPossible, TaskState next) {
    return isPossible ? std::optional{next} : std::nullopt;
}

}  // namespace

std::optional<TaskState> stateAfter(TaskState from, TaskAct act) {
    const bool isWaiting = from == TaskState::assigned;
    const bool isRunning = from == TaskState::inProgress;
    const bool isSubmitted = from == TaskState::submitted;
    switch (act) {
        case TaskAct::accept:
            return when(isWaiting, TaskState::inProgress);
        case TaskAct::giveBack:
            return when(isWaiting, TaskState::returned);
        case TaskAct::reassign:
            return when(from == TaskState::returned, TaskState::assigned);
        case TaskAct::assign:
            return when(isWaiting || isRunning, TaskState::inProgress);
        case TaskAct::report:
        case TaskAct::addSubtask:
            return when(isRunning, TaskState::inProgress);
        case TaskAct::submit:
            return when(isRunning, TaskState::submitted);
        case TaskAct::acceptResult:
            return when(isSubmitted, TaskState::done);
        case TaskAct::sendBack:
            return when(isSubmitted, TaskState::inProgress);
        case TaskAct::askExtension:
        case TaskAct::decideExtension:
            return when(isWaiting || isRunning, from);
        case TaskAct::suspend:
            return when(isWaiting || isRunning, TaskState::suspended);
        case TaskAct::resume:
            return when(from == TaskState::suspended, TaskState::inProgress);
        case TaskAct::cancel:
            return when(isOpen(from), TaskState::cancelled);
        case TaskAct::urge:
            return when(isWaiting || isRunning, from);
        case TaskAct::edit:
            return when(isOpen(from) && !isSubmitted, from);
    }
    return std::nullopt;
}

bool isOpen(TaskState state) {
    return state != TaskState::done && state != TaskState::cancelled;
}

TaskStage stageOf(TaskState state) {
    switch (state) {
        case TaskState::assigned:
        case TaskState::returned:
            return TaskStage::fresh;
        case TaskState::inProgress:
        case TaskState::suspended:
            return TaskStage::doing;
        case TaskState::submitted:
            return TaskStage::review;
        case TaskState::done:
            return TaskStage::done;
        case TaskState::cancelled:
            return TaskStage::cancelled;
    }
    return TaskStage::cancelled;
}

}  // namespace congvu::tasks
