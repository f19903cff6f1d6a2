// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::core {

/// What plugins have added, each under names of its own. Thread-safe; what was found stays alive while it is used.
template <class Contribution>
class ContributionTable {
public:
    using Pointer = std::shared_ptr<const Contribution>;

    void add(const std::string& plugin, const std::string& name, Pointer contribution) {
        const std::unique_lock lock(mutex_);
        if (!table_.try_emplace({plugin, name}, std::move(contribution)).second) {
            throw std::logic_error("plugin " + plugin + " adds \"" + name + "\" twice");
        }
    }
    [[nodiscard]] Pointer find(std::string_view plugin, std::string_view name) const {
        const std::shared_lock lock(mutex_);
        const auto found = table_.find({std::string{plugin}, std::string{name}});
        return found == table_.end() ? nullptr : found->second;
    }
    void removeAllOf(std::string_view plugin) {
        const std::unique_lock lock(mutex_);
        std::erase_if(table_, [&](const auto& item) { return item.first.first == plugin; });
    }

private:
    mutable std::shared_mutex mutex_;
    std::map<std::pair<std::string, std::string>, Pointer> table_;
};

}  // namespace congvu::core
