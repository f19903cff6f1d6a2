// SPDX-License-Identifier: Apache-2.0
#include "entities/service/EntityAccess.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <iterator>

namespace congvu::core {

namespace {

constexpr std::size_t kIdsAtOnce = 200;

const EntityFact* entityFactOf(const PluginFactsCache::Facts& plugins, std::string_view plugin, std::string_view type) {
    for (const auto& facts : plugins) {
        if (facts.id == plugin) {
            const auto found = std::ranges::find(facts.entities, type, &EntityFact::type);
            return found == facts.entities.end() ? nullptr : &*found;
        }
    }
    return nullptr;
}

}  // namespace

bool EntityAccess::isOffered(const http::Caller& caller, std::string_view plugin, std::string_view type) const {
    const auto plugins = plugins_.all();
    const auto* fact = entityFactOf(*plugins, plugin, type);
    return fact != nullptr && caller.may(fact->permission) && directory_.isPluginOn(plugin, caller.unitId);
}

std::vector<entities::EntitySummary> EntityAccess::visible(db::Reader& reader, const http::Caller& caller, std::string_view plugin,
                                                           std::string_view type, const std::vector<std::string>& ids) const {
    const auto views = isOffered(caller, plugin, type) ? views_.find(plugin, type) : nullptr;
    if (views == nullptr) {
        return {};
    }
    std::vector<entities::EntitySummary> all;
    all.reserve(ids.size());
    for (std::size_t from = 0; from < ids.size(); from += kIdsAtOnce) {
        const auto first = ids.begin() + static_cast<std::ptrdiff_t>(from);
        const auto last = ids.begin() + static_cast<std::ptrdiff_t>(std::min(from + kIdsAtOnce, ids.size()));
        auto some = views->visible(reader, caller, std::vector<std::string>(first, last));
        all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    return all;
}

std::optional<entities::EntitySummary> EntityAccess::find(db::Reader& reader, const http::Caller& caller, const EntityRef& entity) const {
    auto found = visible(reader, caller, entity.plugin, entity.type, {entity.id});
    if (found.empty()) {
        return std::nullopt;
    }
    return std::move(found.front());
}

entities::EntitySummary EntityAccess::require(db::Reader& reader, const http::Caller& caller, const EntityRef& entity) const {
    auto found = find(reader, caller, entity);
    if (!found) {
        throw AppError::notFound();
    }
    return std::move(*found);
}

void EntityAccess::requireVisible(const http::Caller& caller, const EntityRef& entity) const {
    static_cast<void>(db_.read([&](db::Reader& reader) { return require(reader, caller, entity); }));
}

}  // namespace congvu::core
