// SPDX-License-Identifier: Apache-2.0
#include "service/SignRequests.h"

#include "service/PinGuard.h"

#include <algorithm>
#include <set>

namespace congvu::signingdesk {

std::vector<std::string> SigningAct::distinctRequests() const {
    std::vector<std::string> distinct;
    std::set<std::string_view> seen;
    std::ranges::copy_if(requestIds, std::back_inserter(distinct), [&](const std::string& id) { return seen.insert(id).second; });
    return distinct;
}

std::optional<Place> SigningAct::placeOf(std::string_view requestId) const {
    const auto found = std::ranges::find_if(places, [&](const ChosenPlace& chosen) { return chosen.requestId == requestId; });
    return found == places.end() ? std::nullopt : std::optional{found->place};
}

SigningResults SignRequests::run(const http::Caller& caller, SigningAct act) {
    const PinGuard guard{act.pin};
    const auto opened = keys_.open(caller, act.keyId, act.pin);
    SigningResults all;
    for (const auto& requestId : act.distinctRequests()) {
        all.results.push_back(signing_.sign(caller, opened, requestId, act.placeOf(requestId)));
    }
    return all;
}

}  // namespace congvu::signingdesk
