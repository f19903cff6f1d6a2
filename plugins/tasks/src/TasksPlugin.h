// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/plugin/Plugin.h"

#include <memory>

namespace congvu::tasks {

/// Nhiệm vụ: tasks from directions and by hand, from acceptance to the accepted result.
class TasksPlugin : public Plugin {
public:
    TasksPlugin();
    ~TasksPlugin() override;
    void start(PluginContext& context) override;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace congvu::tasks
