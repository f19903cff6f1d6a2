// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/plugin/Plugin.h"

#include <memory>

namespace congvu::statistics {

/// Statistics (Thống kê).
class StatisticsPlugin : public Plugin {
public:
    StatisticsPlugin();
    ~StatisticsPlugin() override;
    void start(PluginContext& context) override;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace congvu::statistics
