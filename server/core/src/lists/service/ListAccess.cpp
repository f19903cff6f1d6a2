// SPDX-License-Identifier: Apache-2.0
#include "lists/service/ListAccess.h"

#include "congvu/error/AppError.h"

#include <algorithm>

namespace congvu::core {

std::optional<OpenList> ListAccess::find(const http::Caller& caller, std::string_view id) const {
    const auto point = id.find('.');
    if (point == std::string_view::npos) {
        return std::nullopt;
    }
    const auto plugin = id.substr(0, point);
    const auto name = id.substr(point + 1);
    const auto plugins = plugins_.all();
    const auto facts = std::ranges::find(*plugins, plugin, &PluginFacts::id);
    if (facts == plugins->end()) {
        return std::nullopt;
    }
    const auto fact = std::ranges::find(facts->lists, name, &ListFact::id);
    if (fact == facts->lists.end() || !caller.may(fact->permission) || !directory_.isPluginOn(plugin, caller.unitId)) {
        return std::nullopt;
    }
    auto source = sources_.find(plugin, name);
    if (source == nullptr) {
        return std::nullopt;
    }
    return OpenList{std::string{id}, *fact, std::move(source)};
}

OpenList ListAccess::require(const http::Caller& caller, std::string_view id) const {
    auto found = find(caller, id);
    if (!found) {
        throw AppError::notFound();
    }
    return std::move(*found);
}

}  // namespace congvu::core
