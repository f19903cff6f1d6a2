// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/plugin/Plugin.h"

#include <memory>

namespace congvu::outgoing {

/// Outgoing documents from the draft to the recall (README.md).
class OutgoingPlugin : public Plugin {
public:
    OutgoingPlugin();
    ~OutgoingPlugin() override;
    void start(PluginContext& context) override;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace congvu::outgoing
