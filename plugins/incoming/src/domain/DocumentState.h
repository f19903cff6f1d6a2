// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace congvu::incoming {

/// Where a registered document stands. Before it is registered it is a proposal or a delivery and has no state of this kind.
enum class DocumentState {
    registered,   ///< has its arrival number, nobody decides yet
    submitted,    ///< lies before a leader
    returned,     ///< the leader gave it back to the clerk
    directed,     ///< a direction is given, nobody works yet
    transferred,  ///< handed to a unit or a person without a direction
    inWork,       ///< at least one task has started
    completed,    ///< every task is done, or it was closed by hand
    cancelled,    ///< registered by mistake; its arrival number stays recorded
    recalled,     ///< the sender took it back and the clerk agreed (Decree 30/2020, App. VI: recall freezes and cancels)
};

/// What can happen to a registered document.
enum class DocumentAct {
    submit,
    sendBack,
    direct,
    withdrawDirection,
    start,
    finish,
    resume,
    close,
    cancel,
    recall,
    transfer,
    recallTransfer,
    returnTransfer,
};

/// The state after an act, or nothing when the act is not allowed in this state. The whole life cycle stands in this one function.
std::optional<DocumentState> stateAfter(DocumentState state, DocumentAct act);

/// The tab of the list that shows a document in this state.
enum class DocumentTab { waiting, inWork, done, stopped };
DocumentTab tabOf(DocumentState state);

/// True while somebody still has to do something, so that a deadline can be missed.
bool isOpen(DocumentState state);

}  // namespace congvu::incoming

template <>
struct congvu::json::EnumNames<congvu::incoming::DocumentState> {
    using State = congvu::incoming::DocumentState;
    static constexpr std::array values{
        std::pair{State::registered, std::string_view{"registered"}},   std::pair{State::submitted, std::string_view{"submitted"}},
        std::pair{State::returned, std::string_view{"returned"}},       std::pair{State::directed, std::string_view{"directed"}},
        std::pair{State::transferred, std::string_view{"transferred"}}, std::pair{State::inWork, std::string_view{"in_work"}},
        std::pair{State::completed, std::string_view{"completed"}},     std::pair{State::cancelled, std::string_view{"cancelled"}},
        std::pair{State::recalled, std::string_view{"recalled"}}};
};

template <>
struct congvu::json::EnumNames<congvu::incoming::DocumentTab> {
    using Tab = congvu::incoming::DocumentTab;
    static constexpr std::array values{std::pair{Tab::waiting, std::string_view{"waiting"}},
                                       std::pair{Tab::inWork, std::string_view{"in_work"}}, std::pair{Tab::done, std::string_view{"done"}},
                                       std::pair{Tab::stopped, std::string_view{"stopped"}}};
};
