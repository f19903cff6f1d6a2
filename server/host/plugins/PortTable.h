// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ports/Ports.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::host {

/// The ports of all running plugins. Thread-safe.
class PortTable {
public:
    /// Throws std::logic_error with one sentence when another plugin provides the port already.
    void provide(const std::string& plugin, std::string_view port, std::shared_ptr<void> implementation);
    [[nodiscard]] std::shared_ptr<void> find(std::string_view port) const;
    void removeAllOf(std::string_view plugin);

private:
    struct Provider {
        std::string plugin;
        std::shared_ptr<void> implementation;
    };
    mutable std::mutex mutex_;
    std::map<std::string, Provider, std::less<>> providers_;
};

/// The ports as one plugin (or core) sees them.
class PluginPorts final : public ports::Ports {
public:
    PluginPorts(PortTable& table, std::string plugin) : table_(table), plugin_(std::move(plugin)) {}
    /// Ports provided through this object, in their order.
    [[nodiscard]] const std::vector<std::string>& provided() const { return provided_; }

private:
    void provideErased(std::string_view port, std::shared_ptr<void> implementation) override;
    [[nodiscard]] std::shared_ptr<void> findErased(std::string_view port) const override;

    PortTable& table_;
    std::string plugin_;
    std::vector<std::string> provided_;
};

}  // namespace congvu::host
