// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/log/Log.h"

#include <string>
#include <utility>

namespace congvu::host {

/// The log as one plugin sees it: every line names the plugin.
class PluginLog final : public Log {
public:
    PluginLog(Log& inner, std::string plugin) : inner_(inner), plugin_(std::move(plugin)) {}
    void info(std::string_view id, const Fields& fields) override { inner_.info(id, named(fields)); }
    void warn(std::string_view id, const Fields& fields) override { inner_.warn(id, named(fields)); }
    void error(std::string_view id, const Fields& fields) override { inner_.error(id, named(fields)); }

private:
    [[nodiscard]] Fields named(Fields fields) const {
        fields.emplace_back("plugin", plugin_);
        return fields;
    }
    Log& inner_;
    std::string plugin_;
};

}  // namespace congvu::host
