// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/plugin/Plugin.h"

#include <memory>

namespace congvu::incoming {

/// Văn bản đến: from the upload or delivery of a document to the direction and its end. Builds everything else of this folder.
class IncomingPlugin : public Plugin {
public:
    IncomingPlugin();
    ~IncomingPlugin() override;
    void start(PluginContext& context) override;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace congvu::incoming
