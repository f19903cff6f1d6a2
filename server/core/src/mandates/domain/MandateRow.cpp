// SPDX-License-Identifier: Apache-2.0
#include "mandates/domain/MandateRow.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::core {

std::vector<std::string> partsOf(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        parts.emplace_back(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return parts;
}

std::string commaList(const std::vector<std::string>& parts) {
    std::string list;
    for (const auto& part : parts) {
        list.append(list.empty() ? "" : ",").append(part);
    }
    return list;
}

std::vector<std::string> namesOf(const std::vector<mandates::Act>& acts) {
    std::vector<std::string> names;
    names.reserve(acts.size());
    for (const auto act : acts) {
        names.emplace_back(json::nameOf(act));
    }
    return names;
}

std::vector<mandates::Act> actsFrom(const std::vector<std::string>& names) {
    std::vector<mandates::Act> acts;
    for (const auto& name : names) {
        if (const auto act = json::enumFrom<mandates::Act>(name)) {
            acts.push_back(*act);
        }
    }
    return acts;
}

}  // namespace congvu::core
