// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/SharedValue.h"

#include "congvu/core/Core.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// The manifests of the running plugins as core needs them, copied from the host once all have started. Thread-safe.
class PluginFactsCache {
public:
    using Facts = std::vector<PluginFacts>;
    explicit PluginFactsCache(const Catalogue& catalogue) : catalogue_(catalogue) { refresh(); }

    void refresh() { facts_.store(std::make_shared<const Facts>(catalogue_.plugins())); }
    [[nodiscard]] std::shared_ptr<const Facts> all() const { return facts_.load(); }

    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> ids;
        for (const auto& plugin : *all()) {
            ids.push_back(plugin.id);
        }
        return ids;
    }
    /// True for "core" and every running plugin.
    [[nodiscard]] bool isKnown(std::string_view id) const {
        for (const auto& plugin : *all()) {
            if (plugin.id == id) {
                return true;
            }
        }
        return id == "core";
    }

private:
    const Catalogue& catalogue_;
    SharedValue<Facts> facts_;
};

}  // namespace congvu::core
