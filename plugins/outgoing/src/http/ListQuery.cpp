// SPDX-License-Identifier: Apache-2.0
#include "http/ListQuery.h"

#include "congvu/error/AppError.h"
#include "congvu/lists/MarkerFilter.h"
#include "congvu/text/Text.h"
#include "http/FigureQuery.h"

#include <algorithm>

namespace congvu::outgoing {

namespace {

std::string parameterOf(const http::Request& request, std::string_view name) {
    return request.query(name).value_or(std::string{});
}

/// "draft,in_review" as states; AppError invalid for an unknown name.
std::vector<DocumentState> statesOf(const std::string& list) {
    std::vector<DocumentState> states;
    std::size_t start = 0;
    while (start < list.size()) {
        const auto end = std::min(list.find(',', start), list.size());
        const auto state = json::enumFrom<DocumentState>(std::string_view{list}.substr(start, end - start));
        if (!state) {
            throw AppError::invalidField("/state", "unknown-choice");
        }
        states.push_back(*state);
        start = end + 1;
    }
    return states;
}

}  // namespace

ListFilter listFilterOf(const http::Request& request) {
    ListFilter filter;
    filter.states = statesOf(parameterOf(request, "state"));
    filter.isMine = parameterOf(request, "mine") == "true";
    filter.isWaitingForMe = parameterOf(request, "waiting") == "true";
    filter.isReturned = parameterOf(request, "returned") == "true";
    filter.text = text::fold(parameterOf(request, "q"));
    filter.sourceDocumentId = parameterOf(request, "sourceDocumentId");
    filter.sourceTaskId = parameterOf(request, "sourceTaskId");
    filter.isLate = parameterOf(request, "late") == "true";
    filter.figure = figureFilterOf(request);
    filter.markerId = parameterOf(request, lists::kMarkerParameter);
    filter.markerOwner = request.caller().personId;
    return filter;
}

}  // namespace congvu::outgoing
