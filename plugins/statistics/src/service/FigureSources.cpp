// SPDX-License-Identifier: Apache-2.0
#include "service/FigureSources.h"

namespace congvu::statistics {

std::vector<RunningSource> FigureSources::running() const {
    std::vector<RunningSource> running;
    for (const auto& shown : shownSources()) {
        std::shared_ptr<ports::FigureSource> answers;
        if (shown.id == "incoming") {
            answers = ports_.find<ports::IncomingFigures>();
        } else if (shown.id == "outgoing") {
            answers = ports_.find<ports::OutgoingFigures>();
        } else {
            answers = ports_.find<ports::TaskFigures>();
        }
        if (answers) {
            running.push_back({&shown, std::move(answers)});
        }
    }
    return running;
}

std::vector<RunningSource> FigureSources::onFor(const http::Caller& caller, std::string_view unitId) const {
    auto sources = running();
    std::erase_if(sources, [&](const RunningSource& one) {
        return !directory_.isPluginOn(one.shown->id, caller.unitId) || !directory_.isPluginOn(one.shown->id, unitId);
    });
    return sources;
}

}  // namespace congvu::statistics
